// What a page may do, as response headers: nothing but what stands here.
import { isHost } from '../http/host'

/**
 * The content security policy of a page served at `host` (`127.0.0.1:4747`).
 * Inline styles are allowed because the whiteboard and React set `style` attributes; scripts never are.
 * `ws://host` (`wss` where the page itself came encrypted) stands beside 'self' for Safari versions that do not count sockets as the same origin.
 */
export function contentPolicy(host: string, isSecure = false): string {
  const sockets = isHost(host) ? ` ${isSecure ? 'wss' : 'ws'}://${host}` : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self'${sockets} blob: data:`,
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "object-src 'none'",
  ].join('; ')
}

const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** Headers of everything that is served besides the relay's own answers. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-resource-policy': 'same-origin',
}

/** How a page is reached. */
export interface PagePlace {
  /** The Host header. */
  host: string
  isSecure: boolean
  /** Encrypted or on loopback: there browsers heed an opener policy; elsewhere they only warn. */
  isTrustworthy: boolean
}

export function pageHeaders({ host, isSecure, isTrustworthy }: PagePlace): Record<string, string> {
  return {
    ...commonHeaders,
    'content-security-policy': contentPolicy(host, isSecure),
    'cache-control': 'no-cache',
    'x-frame-options': 'SAMEORIGIN',
    ...(isTrustworthy ? { 'cross-origin-opener-policy': 'same-origin' } : {}),
  }
}
