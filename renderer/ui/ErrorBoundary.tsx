import { Component, type ReactNode } from 'react'
import { Button } from './Button'
import { EmptyState } from './EmptyState'
import { useText } from './language'

interface Props {
  /** Which part this is, for the console. */
  part: string
  children: ReactNode
}

/** Keeps a fault in one part from taking the rest with it. */
export class ErrorBoundary extends Component<Props, { fault: unknown }> {
  override state = { fault: null as unknown }

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault ?? new Error('unknown') }
  }

  override componentDidCatch(fault: unknown) {
    console.error(`${this.props.part} failed`, fault)
  }

  override render() {
    if (this.state.fault === null) return this.props.children
    return <Broken retry={() => this.setState({ fault: null })} />
  }
}

function Broken({ retry }: { retry: () => void }) {
  const t = useText('ui')
  return (
    <div role="alert">
      <EmptyState title={t('broken.title')} text={t('broken.text')}>
        <Button onPress={retry}>{t('broken.retry')}</Button>
        <Button onPress={() => location.reload()}>{t('broken.reload')}</Button>
      </EmptyState>
    </div>
  )
}
