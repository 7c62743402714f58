const two = (value: number) => String(value).padStart(2, '0')

/**
 * A name for the PDF that every system can write: `2027-03-14_Grannkoket_Affarsmodell.pdf`.
 * @param titles of the session and of the page, where it is one page; what has no Latin letters is left out.
 * @param day ms since 1970
 */
export function pdfFileName(titles: readonly string[], day: number): string {
  const date = new Date(day)
  const stamp = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${[stamp, ...titles.map(plain).filter(Boolean)].join('_')}.pdf`
}

/** Letters without an accent to take away. */
const folded: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'Ae',
  ß: 'ss',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
}

function plain(title: string): string {
  return title
    .replace(/[øØæÆßłŁđĐı]/g, (letter) => folded[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}
