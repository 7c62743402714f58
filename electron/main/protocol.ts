// app://, where the desktop's pages come from.
import { readFile } from 'node:fs/promises'
import { net, protocol } from 'electron'
import { fileHeaders, pageHeaders } from './contentPolicy'
import { pageHost, pageScheme } from './ourPage'
import { listPageFiles } from './pageFiles'

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

const refuse = (status: number) => new Response(null, { status, headers: fileHeaders })

/**
 * Serves the build folder `root`. A page waits for `relayUrl`, because its policy names the relay's address;
 * undefined when there is no relay.
 */
export async function servePages(root: string, relayUrl: () => Promise<string | undefined>): Promise<void> {
  const pages = await listPageFiles(root)
  protocol.handle(pageScheme, async ({ method, url }) => {
    if (method !== 'GET') return refuse(405)
    const found = pages.find(url)
    if (found === undefined) return refuse(404)
    const [body, address] = await Promise.all([readFile(found.file), found.isPage ? relayUrl() : undefined])
    const headers = found.isPage ? pageHeaders(address) : fileHeaders
    return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': found.type } })
  })
}

/**
 * While developing: the same addresses, answered by the bundler's server at `origin`. Hot reload needs inline scripts,
 * so these pages have no policy; a packaged app never comes here.
 */
export function serveDevelopmentPages(origin: string): void {
  protocol.handle(pageScheme, async ({ method, url }) => {
    const { host, pathname, search } = new URL(url)
    if (method !== 'GET' || host !== pageHost) return refuse(405)
    return net.fetch(new URL(pathname + search, origin).href)
  })
}
