// Which addresses are ours. Protocol and host are compared: in Node, `new URL('app://x/').origin` is 'null'.

export const pageScheme = 'app'
export const pageHost = 'samverkstad'
/** As browsers write it in an `Origin` header, and as the desk allows it. */
export const pageOrigin = `${pageScheme}://${pageHost}`
export const facilitatorPage = `${pageOrigin}/facilitator/index.html`

function readOurs(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const ours =
    url.protocol === `${pageScheme}:` &&
    url.host === pageHost &&
    url.username === '' &&
    url.password === '' &&
    url.port === ''
  return ours ? url : undefined
}

/** True for the facilitator's page, whatever its fragment: the only one that may use the bridge. */
export function isOurPage(address: string): boolean {
  return readOurs(address)?.pathname === '/facilitator/index.html'
}

/** True for the print document, which stands in a frame for the preview and in a hidden window for the file. */
export function isPrintPage(address: string): boolean {
  return readOurs(address)?.pathname === '/print/index.html'
}
