// Finds what looks like a Swedish personal identity number or coordination number, so that nobody's ends up on a board.

/** With a valid month, a day of 1–31 (61–91 in coordination numbers) and a check digit by Luhn over ten digits. */
export function holdsPersonalNumber(text: string): boolean {
  const pattern = /(?<!\d)(?:\d{2})?(\d{6})[-+]?(\d{4})(?!\d)/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (isPersonalNumber(match[1]! + match[2]!)) return true
    pattern.lastIndex = match.index + 1
  }
  return false
}

function isPersonalNumber(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  const isDay = (day >= 1 && day <= 31) || (day >= 61 && day <= 91)
  return month >= 1 && month <= 12 && isDay && passesLuhn(digits)
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => {
    const weighted = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}
