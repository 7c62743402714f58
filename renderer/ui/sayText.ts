// What a text says: found by its key, in the form that the language has for a number, with its values put in.
export type Texts = { readonly [key: string]: string | Texts }
export type Values = Readonly<Record<string, unknown>>

const pluralRules = new Map<string, Intl.PluralRules>()

function rulesOf(locale: string): Intl.PluralRules {
  const known = pluralRules.get(locale)
  if (known) return known
  const rules = new Intl.PluralRules(locale)
  pluralRules.set(locale, rules)
  return rules
}

function find(texts: Texts, key: string): string | undefined {
  let found: string | Texts | undefined = texts
  for (const step of key.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, step)) return undefined
    found = found[step]
  }
  return typeof found === 'string' ? found : undefined
}

/**
 * The text `key` (`dialog.title`) of `texts`, with the values for its `{{name}}`s. With the value `count`, a number, the
 * text is `key_one`, `key_other` … where there is such a form. A key without a text is its own text.
 */
export function sayText(texts: Texts, locale: string, key: string, values: Values = {}): string {
  const { count } = values
  const counted =
    typeof count === 'number' ? find(texts, `${key}_${rulesOf(locale).select(count)}`) : undefined
  const text = counted ?? find(texts, key) ?? key
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''))
}
