/** A code in groups of three, as it is read aloud: `KLM 4TX`. */
export function groupCode(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ')
}

/** An address without what need not be typed: `192.168.1.5:4747`. Where it is encrypted, the relay leads on to https. */
export function typedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '')
}
