import { lazy, Suspense, type ComponentType } from 'react'
import { ErrorBoundary } from './ErrorBoundary'

/** When the page that needs the part has had time to open, in ms. */
const quietAfter = 3000

/**
 * A part of a page that nobody needs at first. It is fetched in a quiet moment once the page is there, so that it opens
 * at once when asked for, also while there is no network.
 * @param part for the console.
 */
export function fetchLater<Props extends object>(
  part: string,
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const Part = lazy(load)
  // What cannot be fetched now is tried again when it is asked for.
  setTimeout(() => void load().catch(() => undefined), quietAfter)
  return function Later(props) {
    return (
      <ErrorBoundary part={part}>
        <Suspense fallback={null}>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    )
  }
}
