/** The page: fonts, styles, preferences on the root element, and the app. */
import './style/fonts.css'
import './style/tokens.css'
import './style/page.css'
import './style/screens.css'
import './style/quality.css'
import './style/reports.css'
import './style/bridges.css'
import './style/partners.css'
import './style/industry-context.css'
import './style/introductions.css'
import './style/value-chains.css'
import './style/workspaces.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { connect } from './api/service.ts'
import { App } from './app.tsx'
import { language, theme } from './state/store.ts'

effect(() => {
  document.documentElement.dataset.theme = theme.value
  document.documentElement.lang = language.value
})
render(<App />, document.getElementById('page') as HTMLElement)
void connect()
