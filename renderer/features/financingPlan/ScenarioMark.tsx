import type { ScenarioName } from '../../../shared/document/financingPlan'

interface ScenarioMarkProps {
  scenario: ScenarioName
  x: number
  y: number
  size: number
}

/** A point of a scenario's line: each has its own shape. */
export function ScenarioMark({ scenario, x, y, size }: ScenarioMarkProps) {
  if (scenario === 'base') return <circle cx={x} cy={y} r={size} />
  if (scenario === 'cautious') return <rect x={x - size} y={y - size} width={2 * size} height={2 * size} />
  const high = size * 1.25
  return <polygon points={`${x},${y - high} ${x + high},${y + high} ${x - high},${y + high}`} />
}
