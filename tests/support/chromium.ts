/** A real Chromium: the one inside the package @sparticuz/chromium, or the one CHROMIUM_PATH names. Flags are pinned so that pictures are the same everywhere. */
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const FLAGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--force-color-profile=srgb', '--disable-lcd-text', '--font-render-hinting=none']
/** WebGL switched off, as on machines without it. */
export const NO_WEBGL_FLAGS = ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis']

export type Launched = { available: true, browser: Browser } | { available: false, reason: string }

export async function launchChromium (flags: string[] = FLAGS): Promise<Launched> {
  try {
    const executablePath = process.env.CHROMIUM_PATH ?? await sparticuz.executablePath()
    return { available: true, browser: await chromium.launch({ executablePath, headless: true, args: flags }) }
  } catch (error) {
    return { available: false, reason: `no Chromium can be started: ${(error as Error).message.split('\n', 1)[0]}` }
  }
}
