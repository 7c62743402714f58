// How tests start Chromium: it asks nobody outside for anything, and does nothing that no test looks at.
import type { LaunchOptions } from '@playwright/test'

/** Of two lists Chromium takes the last, so this one holds what Playwright turns off, too. */
const turnedOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Pages of the address bar's own, loaded with each window: a fifth of what a short test costs.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

export const chromiumOptions: LaunchOptions = {
  executablePath: process.env.SAMVERKSTAD_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    `--disable-features=${turnedOff.join(',')}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
}
