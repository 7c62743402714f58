// Certificates that a computer in the room makes for itself: where they are met, and who does not take them.

/** True for an address or a name of the local network: an authority vouches for names on the internet alone. */
export function hasOwnCertificate(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' && (/^[\d.]+$/.test(hostname) || hostname.endsWith('.local'))
}

/**
 * True in Safari, and on iPhones and iPads, where every browser is Safari inside: pages may be loaded after a warning,
 * but live connections not (https://bugs.webkit.org/show_bug.cgi?id=145819).
 */
export function takesNoOwnCertificate(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  const isPhone = /iPhone|iPad|iPod/.test(userAgent)
  // An iPad says that it is a Mac; no Mac has a touch screen.
  const isDisguised = /Macintosh/.test(userAgent) && maxTouchPoints > 1
  return isPhone || isDisguised || (/Safari/.test(userAgent) && !/Chrom|Android/.test(userAgent))
}
