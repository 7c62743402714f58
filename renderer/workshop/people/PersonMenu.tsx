import {
  Ellipsis,
  Eye,
  Handshake,
  Pencil,
  PencilLine,
  PencilOff,
  UserRound,
  UserRoundMinus,
  UserRoundPlus,
} from 'lucide-react'
import { useState } from 'react'
import { leads, mayActOn, type Role } from '../../../shared/relay/roles'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../ui/Menu'
import { RenameDialog } from '../../ui/RenameDialog'
import type { Person } from './gatherPeople'
import type { GivenRole, PersonActions } from './usePersonActions'

export interface PersonMenuProps {
  person: Person
  /** As they are called here. */
  name: string
  /** Of who sees the menu. */
  role: Role
  actions: PersonActions
}

const given: readonly { role: GivenRole; Icon: typeof Eye }[] = [
  { role: 'coFacilitator', Icon: UserRoundPlus },
  { role: 'participant', Icon: UserRound },
  { role: 'observer', Icon: Eye },
]

/** What who leads can do with one person. */
export default function PersonMenu({ person, name, role, actions }: PersonMenuProps) {
  const t = useText('people')
  const workshop = useText('workshop')
  const [asked, setAsked] = useState<'rename' | 'handOver' | 'remove' | null>(null)
  const close = () => setAsked(null)
  if (!person.isMember || !mayActOn(role, person.role)) return null
  const isScreen = person.role === 'projector'
  return (
    <>
      <Menu
        placement="bottom end"
        trigger={<IconButton size="small" label={t('menu', { name })} icon={<Ellipsis size={18} />} />}
      >
        <MenuItem icon={<Pencil />} onAction={() => setAsked('rename')}>
          {t('rename.item')}
        </MenuItem>
        {person.role === 'participant' &&
          (person.isMuted ? (
            <MenuItem icon={<PencilLine />} onAction={() => actions.setMuted(person, false)}>
              {t('unmute')}
            </MenuItem>
          ) : (
            <MenuItem
              icon={<PencilOff />}
              description={t('muteHelp')}
              onAction={() => actions.setMuted(person, true)}
            >
              {t('mute')}
            </MenuItem>
          ))}
        {!isScreen && (
          <MenuSection title={t('role')}>
            {given.map(({ role: each, Icon }) => (
              <MenuItem
                key={each}
                icon={<Icon />}
                description={t(`roleHelp.${each}`)}
                isChosen={person.role === each}
                isDisabled={person.role === each}
                onAction={() => actions.giveRole(person, each)}
              >
                {workshop(`role.${each}`)}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        <MenuSeparator />
        {role === 'facilitator' && !isScreen && person.role !== 'facilitator' && (
          <MenuItem icon={<Handshake />} onAction={() => setAsked('handOver')}>
            {t('handOver.item')}
          </MenuItem>
        )}
        <MenuItem icon={<UserRoundMinus />} isDanger onAction={() => setAsked('remove')}>
          {t('remove.item')}
        </MenuItem>
      </Menu>
      {asked === 'rename' && (
        <RenameDialog
          title={t('rename.title')}
          label={t('rename.label')}
          name={person.name}
          isOpen
          onOpenChange={close}
          onRename={(next) => actions.rename(person, next)}
        />
      )}
      <ConfirmDialog
        title={t('handOver.title', { name })}
        text={t('handOver.text', { name })}
        confirmLabel={t('handOver.confirm')}
        variant="primary"
        isOpen={asked === 'handOver'}
        onOpenChange={close}
        onConfirm={() => actions.handOver(person)}
      />
      <ConfirmDialog
        title={t('remove.title', { name })}
        text={t(leads(person.role) ? 'remove.textLeads' : 'remove.text', { name })}
        confirmLabel={t('remove.confirm')}
        isOpen={asked === 'remove'}
        onOpenChange={close}
        onConfirm={() => actions.remove(person)}
      />
    </>
  )
}
