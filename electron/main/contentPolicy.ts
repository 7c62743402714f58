// What a page may do, as response headers of app://: nothing but what stands here.

const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'bluetooth',
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

/**
 * The content security policy of a page whose relay answers at `relayUrl` (`http://127.0.0.1:PORT`); without a relay
 * the page may connect to nothing but its own files. Inline styles are allowed because the whiteboard and React set
 * `style` attributes; scripts never are.
 */
export function contentPolicy(relayUrl: string | undefined): string {
  const relay = relayUrl === undefined ? '' : ` ${relayUrl} ${relayUrl.replace(/^http/, 'ws')}`
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self'${relay} blob: data:`,
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "object-src 'none'",
  ].join('; ')
}

/** Headers of everything under app://. */
export const fileHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** Headers of a page. */
export function pageHeaders(relayUrl: string | undefined): Record<string, string> {
  return {
    ...fileHeaders,
    'content-security-policy': contentPolicy(relayUrl),
    'permissions-policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  }
}
