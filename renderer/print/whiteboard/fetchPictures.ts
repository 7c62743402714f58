import type { TLAsset } from 'tldraw'

/** What a stored picture is known by, wherever it stands in an asset's address. */
const sha256 = /\b[0-9a-f]{64}\b/

/** Gives the pictures of a session as addresses of copies in this page's memory. */
export function fetchPictures(
  relay: { url: string; token: string },
  sessionId: string,
): (asset: TLAsset) => Promise<string | null> {
  const fetched = new Map<string, Promise<string | null>>()
  return (asset) => {
    const source = asset.type === 'bookmark' ? null : asset.props.src
    if (!source) return Promise.resolve(null)
    if (source.startsWith('data:')) return Promise.resolve(source)
    const name = sha256.exec(source)?.[0]
    // Pictures come from the session alone; nothing is asked of any other machine.
    if (!name) return Promise.resolve(null)
    const known = fetched.get(name)
    if (known) return known
    const address = `${relay.url}/api/sessions/${sessionId}/assets/${name}`
    const picture = fetchPicture(address, relay.token)
    fetched.set(name, picture)
    return picture
  }
}

async function fetchPicture(address: string, token: string): Promise<string | null> {
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } }).catch(() => null)
  return answer?.ok ? URL.createObjectURL(await answer.blob()) : null
}
