/**
 * Runs inside a report that somebody has opened, perhaps years later and offline: pictures marked data-interactive can be zoomed, moved
 * and pointed at, and get a list of their nodes for the keyboard and for those who cannot see them. Put into the page as it stands.
 */
{
  const ZOOM_STEP = 1.4
  const ZOOM_MOST = 16
  /** Share of the picture that an arrow key moves it by. */
  const PAN_STEP = 0.15

  const make = (tag, properties = {}, children = []) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  }

  /** A section inside a closed annex opens when something leads to it. */
  const open = id => {
    const target = document.getElementById(id)
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true
    target?.querySelector(':scope > details')?.setAttribute('open', '')
    target?.scrollIntoView()
  }
  const openAddress = () => { if (window.location.hash.length > 1) open(window.location.hash.slice(1)) }

  const explore = figure => {
    const plate = figure.querySelector('.plate')
    const svg = plate.querySelector('svg')
    const whole = svg.getAttribute('viewBox').trim().split(/\s+/).map(Number)
    let [x, y, width, height] = whole
    const words = figure.dataset
    const nodes = [...svg.querySelectorAll('[data-node]')]
    const links = [...svg.querySelectorAll('[data-ends]')]

    const show = () => {
      x = Math.min(Math.max(x, whole[0]), whole[0] + whole[2] - width)
      y = Math.min(Math.max(y, whole[1]), whole[1] + whole[3] - height)
      svg.setAttribute('viewBox', [x, y, width, height].join(' '))
    }
    /** (atX, atY), in shares of the picture, stays where it is. */
    const zoom = (factor, atX = 0.5, atY = 0.5) => {
      const now = Math.min(Math.max(whole[2] / width * factor, 1), ZOOM_MOST)
      x += atX * (width - whole[2] / now)
      y += atY * (height - whole[3] / now)
      width = whole[2] / now
      height = whole[3] / now
      show()
    }
    const reset = () => { [x, y, width, height] = whole; show() }
    const move = (right, down) => { x += right * width; y += down * height; show() }

    const buttons = new Map()
    /** The node and those linked to it stay, the others fade; null: all stay. */
    const point = id => {
      const near = new Set([id])
      for (const link of links) {
        const ends = link.dataset.ends.split(' ')
        link.classList.toggle('near', ends.includes(id))
        if (ends.includes(id)) ends.forEach(end => near.add(end))
      }
      for (const node of nodes) node.classList.toggle('near', near.has(node.dataset.node))
      for (const [key, button] of buttons) button.classList.toggle('near', key === id)
      svg.classList.toggle('pointing', id !== null)
    }
    const follow = node => { if (node.dataset.href) { window.location.hash = node.dataset.href; openAddress() } }

    const tool = (text, name, act) => {
      const button = make('button', { type: 'button', textContent: text, onclick: act })
      button.setAttribute('aria-label', name)
      button.title = name
      return button
    }
    figure.querySelector('figcaption').after(make('div', { className: 'tools' }, [
      tool('+', words.zoomIn, () => zoom(ZOOM_STEP)), tool('−', words.zoomOut, () => zoom(1 / ZOOM_STEP)), tool(words.whole, words.whole, reset)
    ]))

    const list = make('ul')
    for (const node of nodes) {
      const id = node.dataset.node
      if (buttons.has(id)) continue
      const name = node.querySelector(':scope > title')?.textContent || id
      const button = make('button', { type: 'button', textContent: name, onclick: () => follow(node), onfocus: () => point(id), onblur: () => point(null), onmouseenter: () => point(id), onmouseleave: () => point(null) })
      buttons.set(id, button)
      list.append(make('li', {}, [button]))
    }
    const heading = make('p', { id: figure.id + '_nodes', textContent: words.list })
    list.setAttribute('aria-labelledby', heading.id)
    const explorer = make('div', { className: 'explorer' })
    plate.replaceWith(explorer)
    explorer.append(plate, make('div', { className: 'nodes' }, [heading, list]))

    plate.tabIndex = 0
    plate.setAttribute('role', 'group')
    plate.setAttribute('aria-label', figure.querySelector('figcaption').textContent)
    plate.addEventListener('keydown', event => {
      const acts = {
        '+': () => zoom(ZOOM_STEP),
        '=': () => zoom(ZOOM_STEP),
        '-': () => zoom(1 / ZOOM_STEP),
        0: reset,
        ArrowLeft: () => move(-PAN_STEP, 0),
        ArrowRight: () => move(PAN_STEP, 0),
        ArrowUp: () => move(0, -PAN_STEP),
        ArrowDown: () => move(0, PAN_STEP)
      }
      const act = acts[event.key]
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || (event.key.startsWith('Arrow') && width === whole[2])) return
      event.preventDefault()
      act()
    })
    plate.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = svg.getBoundingClientRect()
      zoom(event.deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
    }, { passive: false })

    let held = null
    let moved = false
    plate.addEventListener('pointerdown', event => { if (event.button === 0) { held = [event.clientX, event.clientY]; moved = false } })
    plate.addEventListener('pointermove', event => {
      if (held === null) return
      const box = svg.getBoundingClientRect()
      const [right, down] = [event.clientX - held[0], event.clientY - held[1]]
      if (!moved && Math.hypot(right, down) < 4) return
      if (!moved) plate.setPointerCapture(event.pointerId)
      moved = true
      held = [event.clientX, event.clientY]
      move(-right / box.width, -down / box.height)
    })
    for (const end of ['pointerup', 'pointercancel']) plate.addEventListener(end, () => { held = null })
    for (const node of nodes) {
      node.addEventListener('pointerenter', () => point(node.dataset.node))
      node.addEventListener('pointerleave', () => point(null))
      node.addEventListener('click', () => { if (!moved) follow(node) })
    }
  }

  document.querySelectorAll('figure[data-interactive]').forEach(explore)
  const actions = document.querySelector('.actions')
  actions.hidden = false
  actions.querySelector('[data-do=print]').addEventListener('click', () => window.print())
  window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(details => { details.open = true }))
  window.addEventListener('hashchange', openAddress)
  openAddress()
}
