// Which addresses a desk may talk to: https, but for this very computer. And links for joining.
import type { Role } from './roles'

/** The relay's base address without a slash at the end, or undefined for what is none. */
export function readAddress(typed: string): string | undefined {
  const text = typed.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (!url || url.username || url.password || url.search || url.hash || !/^\/*$/.test(url.pathname))
    return undefined
  return isAllowed(url) ? url.origin : undefined
}

/** The address and the secret of a link for joining, or undefined for what is none. */
export function readJoinLink(typed: string): { address: string; secret: string } | undefined {
  const url = parse(typed.trim())
  const secret = /^#join=([A-Za-z0-9_-]{1,100})$/.exec(url?.hash ?? '')?.[1]
  if (!url || !secret || url.username || url.password || !isAllowed(url)) return undefined
  return { address: url.origin, secret }
}

/** A link for joining at `address`. A screen is let in without being asked for a name. */
export function joinLink(address: string, secret: string, role?: Role): string {
  return `${address.replace(/\/$/, '')}/#${role === 'projector' ? 'screen' : 'join'}=${secret}`
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function isAllowed({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
