// What a page in the desktop app cannot do, tried in the running app.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { bridge } from '../../shared/bridge/bridge'
import {
  canBeOtherUser,
  deskProcess,
  removeFolder,
  startDesktop,
  type DesktopApp,
} from '../electron/desktopApp'

const home = 'app://samverkstad/facilitator/index.html'
let desktop: DesktopApp
/** Somebody else's server on this machine: nothing may ever reach it. */
let stranger: Server
let strangerUrl: string
const reached: string[] = []

test.beforeAll(async () => {
  stranger = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('hej')
  })
  await new Promise<void>((ready) => stranger.listen(0, '127.0.0.1', ready))
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
  desktop = await startDesktop({ language: 'sv' })
  await desktop.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => void opened.push(url)
  })
})
test.afterAll(async () => {
  await desktop.quit()
  stranger.close()
  await removeFolder(desktop.folder)
})

/** Runs `code` as a script of the page itself, so that the page's policy holds for it. */
async function inPage<T>(code: (stranger: string) => T | Promise<T>): Promise<T> {
  return desktop.page.evaluate(code, strangerUrl)
}
const opened = () =>
  desktop.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.splice(0))

test('the doorway holds exactly what the contract says', async () => {
  const names = await inPage(() => Object.keys(window.desktop!))
  expect(names.sort()).toEqual([...Object.keys(bridge), 'listen'].sort())
})

test('the page has nothing of Node or Electron, and cannot change the doorway', async () => {
  expect(
    await inPage(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname'].filter(
        (name) => name in window,
      ),
    ),
  ).toEqual([])
  const changed = await inPage(() => {
    try {
      ;(window.desktop as unknown as Record<string, unknown>).connection = () => 'mine'
    } catch {
      // Frozen.
    }
    return String(window.desktop!.connection).includes('mine')
  })
  expect(changed).toBe(false)
})

test('every window is locked: isolated, sandboxed, without Node', async () => {
  const settings = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    ),
  )
  expect(settings.length).toBeGreaterThan(0)
  for (const each of settings) {
    expect(each.nodeIntegrationInWorker ?? false).toBe(false)
    expect(each).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    })
  }
})

test('no channel but the doorway’s listens', async () => {
  const channels = await desktop.app.evaluate(({ ipcMain }) => ({
    events: ipcMain.eventNames().map(String),
    calls: [
      ...((ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers?.keys() ?? []),
    ],
  }))
  expect(channels.events).toEqual([])
  expect(channels.calls.sort()).toEqual(
    Object.keys(bridge)
      .map((name) => `desktop:${name}`)
      .sort(),
  )
})

test('pages come with a strict policy that names this launch’s relay', async () => {
  const { header, relay } = await inPage(async () => ({
    header: (await fetch(location.href)).headers.get('content-security-policy') ?? '',
    relay: (await window.desktop!.connection()).url,
  }))
  expect(header).toContain("default-src 'none'")
  expect(header).toContain("script-src 'self'")
  expect(header).toContain(`connect-src 'self' ${relay} ${relay.replace('http', 'ws')} `)
  expect(header).not.toContain('unsafe-eval')
})

test('text is never run: not by eval, not by an inline script, not by a handler in markup', async () => {
  const ran = await inPage(async () => {
    const marks = window as unknown as Record<string, unknown>
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    const image = document.createElement('div')
    image.innerHTML = '<img src="x:" onerror="window.ranHandler = true">'
    document.body.append(image)
    setTimeout('window.ranTimer = true', 0)
    await new Promise((later) => setTimeout(later, 300))
    script.remove()
    image.remove()
    return { marks: [marks.ranInline, marks.ranHandler, marks.ranTimer], blocked }
  })
  expect(ran.marks).toEqual([undefined, undefined, undefined])
  expect(ran.blocked.length).toBeGreaterThan(1)
})

test('no request reaches anyone but the relay', async () => {
  reached.length = 0
  const outcomes = await inPage(async (url) => {
    const fails = (work: Promise<unknown>) =>
      work.then(
        () => 'reached',
        () => 'blocked',
      )
    const image = new Promise((loaded, failed) => {
      const picture = new Image()
      picture.onload = loaded
      picture.onerror = failed
      picture.src = `${url}/picture.png`
    })
    const socket = new Promise((loaded, failed) => {
      try {
        const open = new WebSocket(url.replace('http', 'ws'))
        open.onopen = loaded
        open.onerror = failed
      } catch (cause) {
        failed(cause)
      }
    })
    return Promise.all([
      fails(fetch(`${url}/fetch`)),
      fails(fetch(`${url}/opaque`, { mode: 'no-cors' })),
      fails(image),
      fails(socket),
      fails(fetch('file:///etc/passwd')),
      navigator.sendBeacon(`${url}/beacon`, 'x') && 'blocked',
    ])
  })
  expect(outcomes.filter((each) => each === 'reached')).toEqual([])
  // The policy of the page is one lock; main has another, for pages without any policy.
  await desktop.app.evaluate(
    ({ net, session }, url) =>
      net.fetch(`${url}/main`, { session: session.defaultSession } as never).catch(() => undefined),
    strangerUrl,
  )
  expect(reached).toEqual([])
})

test('app:// gives what was built, to GET, and nothing beside it', async () => {
  const statuses = await inPage(async () => {
    const status = async (path: string, init?: RequestInit) =>
      fetch(path, init).then(
        (response) => response.status,
        () => 0,
      )
    const base = 'app://samverkstad'
    return {
      sound: await status(`${base}/print/index.html`),
      refused: await Promise.all([
        status(`${base}/../package.json`),
        status(`${base}/%2e%2e/package.json`),
        status(`${base}/assets/%2e%2e%2f%2e%2e%2fmain%2findex.js`),
        status(`${base}/assets/..%5c..%5cmain%5cindex.js`),
        status(`${base}/manifest.json`),
        status(`${base}/main/index.js`),
        status(`${base}/preload/index.cjs`),
        status(`${base}/guest/index.html`),
        status(`${base}//etc/passwd`),
        status(`${base}/print/index.html`, { method: 'POST', body: 'x' }),
        status(`${base}/print/index.html`, { method: 'PUT', body: 'x' }),
        status('app://elsewhere/facilitator/index.html'),
      ]),
    }
  })
  expect(statuses.sound).toBe(200)
  for (const status of statuses.refused) expect([0, 404, 405]).toContain(status)
})

const foreign = () => [
  `${strangerUrl}/`,
  'https://samverkstad/facilitator/index.html',
  'app://samverkstad.example.org/facilitator/index.html',
  'app://samverkstad/print/index.html',
  'file:///etc/passwd',
  'data:text/html,hej',
]

test('the window stays where it is, whatever is clicked', async () => {
  reached.length = 0
  for (const address of foreign()) {
    await desktop.page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, textContent: 'x' })
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    await desktop.page.evaluate((href) => void (location.href = href), address)
  }
  await desktop.page.waitForTimeout(500)
  expect(desktop.page.url()).toMatch(new RegExp(`^${home}`))
  expect(desktop.app.windows()).toHaveLength(1)
  expect(reached).toEqual([])
  expect(await opened()).toEqual([])
})

test('a new tab opens in the person’s own browser, and only for the web and mail', async () => {
  await desktop.page.evaluate((addresses) => {
    for (const href of [...addresses, 'https://example.org/lika', 'mailto:anna@example.org']) {
      const link = Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noreferrer' })
      document.body.append(link)
      link.click()
      link.remove()
    }
    window.open('https://example.org/open')
  }, foreign())
  await expect
    .poll(async () =>
      desktop.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.length),
    )
    .toBeGreaterThanOrEqual(4)
  // The look-alike is an https address: it may open outside, where it is no more than any other page.
  expect((await opened()).sort()).toEqual([
    'https://example.org/lika',
    'https://example.org/open',
    'https://samverkstad/facilitator/index.html',
    'mailto:anna@example.org',
  ])
  expect(desktop.app.windows()).toHaveLength(1)
})

test('the doorway opens the same few things outside', async () => {
  const answers = await inPage(() =>
    Promise.all(
      ['https://example.org/', 'http://example.org/', 'file:///etc/passwd', 'javascript:alert(1)'].map(
        (url) => window.desktop!.openExternal(url).catch(() => 'refused'),
      ),
    ),
  )
  expect(answers).toEqual([true, false, false, false])
  expect(await opened()).toEqual(['https://example.org/'])
})

test('a frame cannot show anything but the print document, and has no doorway', async () => {
  reached.length = 0
  const frames = await desktop.page.evaluate(
    async (addresses) => {
      const show = (src: string) =>
        new Promise<string>((seen) => {
          const frame = document.createElement('iframe')
          const finish = () => {
            let text = 'foreign'
            try {
              const inside = frame.contentWindow as Window & { desktop?: unknown }
              text = `${inside.location.href.split('#')[0]} ${inside.desktop ? 'with' : 'without'} doorway`
            } catch {
              // Chromium's own page for what was blocked, which we may not read.
            }
            frame.remove()
            seen(text)
          }
          frame.onload = () => setTimeout(finish, 100)
          setTimeout(finish, 1500)
          frame.src = src
          document.body.append(frame)
        })
      const seen: string[] = []
      for (const address of addresses) seen.push(await show(address))
      return { print: await show('app://samverkstad/print/index.html'), seen }
    },
    foreign().filter((address) => !address.includes('/print/')),
  )
  expect(frames.print).toBe('app://samverkstad/print/index.html without doorway')
  for (const each of frames.seen) expect(['foreign', 'about:blank without doorway']).toContain(each)
  expect(reached).toEqual([])
})

test('permissions are denied, asked for or looked up', async () => {
  const answers = await inPage(async () => {
    const state = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state: is }) => is,
        () => 'unknown',
      )
    return {
      states: await Promise.all(
        ['geolocation', 'notifications', 'midi', 'camera', 'microphone', 'clipboard-read'].map(state),
      ),
      asked: await Promise.all([
        new Promise((done) =>
          navigator.geolocation.getCurrentPosition(
            () => done('given'),
            () => done('denied'),
          ),
        ),
        Notification.requestPermission(),
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'given',
          () => 'denied',
        ),
        navigator.mediaDevices.getDisplayMedia().then(
          () => 'given',
          () => 'denied',
        ),
      ]),
    }
  })
  expect(answers.states.filter((state) => state === 'granted')).toEqual([])
  expect(answers.asked).toEqual(['denied', 'denied', 'denied', 'denied'])
})

test('the relay runs in a process of its own, and its key is nowhere on disk', async () => {
  const pid = await deskProcess(desktop.app)
  expect(pid).toBeGreaterThan(0)
  expect(pid).not.toBe(await desktop.app.evaluate(() => process.pid))
  const { key } = await inPage(() => window.desktop!.connection())
  expect(key.length).toBeGreaterThanOrEqual(43)
  expect(readFileSync(`${desktop.folder}/preferences.json`, 'utf8')).not.toContain(key)
  if (process.platform === 'linux') expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(key)
})

test('the system locks the page’s process in', async () => {
  test.skip(process.platform !== 'linux', 'read from /proc')
  const isRoot = process.getuid?.() === 0
  test.skip(isRoot && !canBeOtherUser(), 'root has no sandbox, and no other user can be had here')
  const locked = isRoot ? await startDesktop({ asOtherUser: true }) : desktop
  try {
    const pid = await locked.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    )
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    expect(status).toMatch(/Seccomp:\s+2/)
    expect(status).toMatch(/NoNewPrivs:\s+1/)
  } finally {
    if (locked !== desktop) {
      await locked.quit()
      await removeFolder(locked.folder)
    }
  }
})
