import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import css from './tabs.module.css'

export interface TabsProps<T extends string> {
  label: string
  selected: T
  onChange: (id: T) => void
  tabs: readonly { id: T; label: string; icon?: ReactNode; content: ReactNode }[]
}

export function Tabs<T extends string>({ label, selected, onChange, tabs }: TabsProps<T>) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(id) => onChange(id as T)} className={css.tabs!}>
      <TabList aria-label={label} className={css.list!}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={css.tab!}>
            {tab.icon}
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={css.panel!}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
