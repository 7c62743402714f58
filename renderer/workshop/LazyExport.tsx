import { lazy, Suspense, type ComponentProps } from 'react'
import { ErrorBoundary } from '../ui/ErrorBoundary'

const ExportDialog = lazy(() => import('../features/export/ExportDialog'))

/** The export dialog, downloaded when it is first asked for. */
export function LazyExport(props: ComponentProps<typeof ExportDialog>) {
  if (!props.isOpen) return null
  return (
    <ErrorBoundary part="export">
      <Suspense fallback={null}>
        <ExportDialog {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}
