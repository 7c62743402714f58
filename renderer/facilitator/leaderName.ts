// What the person who leads is called in workshops; kept on this computer.
const storeKey = 'samverkstad.name'

export function readLeaderName(): string {
  try {
    return (localStorage.getItem(storeKey) ?? '').slice(0, 60)
  } catch {
    return ''
  }
}

export function keepLeaderName(name: string): void {
  try {
    localStorage.setItem(storeKey, name.trim().slice(0, 60))
  } catch {
    // Asked again next time.
  }
}
