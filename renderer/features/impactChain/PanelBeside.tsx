import { memo } from 'react'
import { ArrowLeft } from 'lucide-react'
import { Button } from '../../ui/Button'
import { fetchLater } from '../../ui/fetchLater'
import { useText } from '../../ui/language'
import { stepOf } from '../../../shared/impact/steps'
import type { PlacedFinding } from './chainData'
import { useChain, useChainData } from './chainContext'
import { AboutPanel } from './panel/AboutPanel'
import { ElementPanel } from './panel/ElementPanel'
import { FindingsPanel } from './panel/FindingsPanel'
import { LinkPanel } from './panel/LinkPanel'
import { placeOfPanel, type Panel } from './panel/panelKind'
import { SidePanel } from './panel/SidePanel'
import css from './panelBeside.module.css'

const SroiPanel = fetchLater('social return', () => import('./panel/SroiPanel'))

interface PanelBesideProps {
  panel: Panel
  /** A finding led here: there is a way back to the list. */
  isFromFindings: boolean
  newElement: string | null
  show: (finding: PlacedFinding) => void
}

/** The panel that is open, with what it shows. */
export const PanelBeside = memo(function PanelBeside({
  panel,
  isFromFindings,
  newElement,
  show,
}: PanelBesideProps) {
  const t = useText('impactChain')
  const { open, isNarrow } = useChain()
  const data = useChainData()
  const element = panel.kind === 'element' ? data.element(panel.id) : undefined
  const link = panel.kind === 'link' ? data.link(panel.id) : undefined
  if ((panel.kind === 'element' && !element) || (panel.kind === 'link' && !link)) return null
  const title = element ? t(`step.${stepOf(element)}.one`) : t(`panel.${panel.kind}`)
  return (
    <SidePanel
      title={title}
      about={placeOfPanel(panel) ?? panel.kind}
      isSheet={isNarrow}
      close={() => open(null)}
    >
      {isFromFindings && panel.kind !== 'findings' && (
        <Button
          variant="quiet"
          size="small"
          icon={<ArrowLeft className={css.onward} />}
          className={css.back!}
          onPress={() => open({ kind: 'findings' })}
        >
          {t('panel.backToFindings')}
        </Button>
      )}
      {element && (
        <ElementPanel
          element={element}
          indicator={panel.kind === 'element' ? panel.indicator : undefined}
          isNew={newElement === element.id}
        />
      )}
      {link && (
        <LinkPanel key={link.id} link={link} shown={panel.kind === 'link' ? panel.assumption : undefined} />
      )}
      {panel.kind === 'about' && <AboutPanel targetGroup={panel.targetGroup} />}
      {panel.kind === 'findings' && <FindingsPanel show={show} />}
      {panel.kind === 'sroi' && <SroiPanel />}
    </SidePanel>
  )
})
