import { lazy, Suspense, type ComponentProps } from 'react'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { PageOpening } from './PageOpening'

const ThreadPlace = lazy(() => import('../features/thread/ThreadPlace'))

/** "How it hangs together", downloaded when it is first asked for. */
export function LazyThread(props: ComponentProps<typeof ThreadPlace>) {
  return (
    <ErrorBoundary part="thread">
      <Suspense fallback={<PageOpening />}>
        <ThreadPlace {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}
