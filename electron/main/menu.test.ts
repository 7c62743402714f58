import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { menuCommands, type MenuCommand } from '../../shared/bridge/bridge'
import { menuTemplate } from './menu'

const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])

const make = (language: 'sv' | 'en', isMac = false, send: (command: MenuCommand) => void = () => undefined) =>
  all(menuTemplate({ language, appName: 'Samverkstad', isMac, isDevelopment: false, send }))

describe.each([
  ['on a Mac', true],
  ['elsewhere', false],
])('%s', (_where, isMac) => {
  test('every command is there once and is sent', () => {
    const sent: string[] = []
    for (const item of make('sv', isMac, (command) => sent.push(command)))
      if (item.click) (item.click as () => void)()
    expect(sent.sort()).toEqual([...menuCommands].sort())
  })

  test('no key means two things', () => {
    const keys = make('sv', isMac).flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []))
    expect(keys.length).toBeGreaterThan(8)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every item has words in both languages', () => {
    for (const language of ['sv', 'en'] as const)
      for (const { label, type, role } of make(language, isMac))
        if (type !== 'separator') {
          expect(label, role).toBeTruthy()
          expect(label).not.toMatch(/[{}]/)
        }
  })
})

test('the words follow the language', () => {
  const words = (language: 'sv' | 'en') => make(language).map(({ label }) => label)
  expect(words('sv')).toEqual(expect.arrayContaining(['Arkiv', 'Ny workshop', 'Avsluta Samverkstad']))
  expect(words('en')).toEqual(expect.arrayContaining(['File', 'New workshop', 'Quit Samverkstad']))
})

test('undo is left to the page, where a text field undoes its own typing', () => {
  const undo = make('sv').find(({ id }) => id === 'undo')!
  expect(undo.role).toBeUndefined()
  expect(undo.registerAccelerator).toBe(false)
})

test('tools for developers are not in the app that people get', () => {
  expect(make('sv').map(({ role }) => role)).not.toContain('toggleDevTools')
  const send = vi.fn()
  const development = all(
    menuTemplate({ language: 'sv', appName: 'S', isMac: false, isDevelopment: true, send }),
  )
  expect(development.map(({ role }) => role)).toContain('toggleDevTools')
})
