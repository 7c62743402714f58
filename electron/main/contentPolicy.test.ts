import { expect, test } from 'vitest'
import { contentPolicy, pageHeaders } from './contentPolicy'

const directives = (policy: string) =>
  new Map(policy.split('; ').map((each) => [each.split(' ')[0]!, each.split(' ').slice(1)]))

test('a page connects to its relay alone', () => {
  const allowed = directives(contentPolicy('http://127.0.0.1:4001'))
  expect(allowed.get('connect-src')).toEqual([
    "'self'",
    'http://127.0.0.1:4001',
    'ws://127.0.0.1:4001',
    'blob:',
    'data:',
  ])
})

test('without a relay it connects to nothing but itself', () => {
  expect(directives(contentPolicy(undefined)).get('connect-src')).toEqual(["'self'", 'blob:', 'data:'])
})

test('nothing is allowed that is not named, and scripts are files of ours', () => {
  const allowed = directives(contentPolicy('http://127.0.0.1:4001'))
  expect(allowed.get('default-src')).toEqual(["'none'"])
  expect(allowed.get('script-src')).toEqual(["'self'"])
  for (const closed of ['base-uri', 'form-action', 'object-src'])
    expect(allowed.get(closed), closed).toEqual(["'none'"])
  expect(contentPolicy(undefined)).not.toMatch(/unsafe-eval|\*|https:/)
})

test('the policy is a header, beside those that keep content from being guessed or leaked', () => {
  expect(pageHeaders('http://127.0.0.1:4001')).toMatchObject({
    'content-security-policy': contentPolicy('http://127.0.0.1:4001'),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('camera=()') as string,
  })
})
