/** `title`, or with a number where the list already has it: `Tavla`, `Tavla 2`, … */
export function nextTitle(title: string, taken: readonly string[]): string {
  if (!taken.includes(title)) return title
  let number = 2
  while (taken.includes(`${title} ${number}`)) number++
  return `${title} ${number}`
}
