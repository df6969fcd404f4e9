import { Link } from 'react-router'
import type { ProjectRef } from '@/api/projects'
import { ActionMenu } from '@/components/ActionMenu'
import { CopyButton } from '@/components/CopyButton'
import type { Column } from '@/components/DataTable'
import { StateWord } from '@/components/StateChip'
import { paths } from '@/domain/paths'
import { copyText } from '@/lib/clipboard'
import type { GatewayActs } from './gateway-acts'
import { gatewayMenu } from './gateway-menu'
import type { GatewayRow } from './gateway-rows'
import { Shares } from './Shares'
import classes from './GatewaysPage.module.css'

/** The columns of the list of gateways. The less a column is needed, the sooner it gives way on a narrow page. */
export function gatewayColumns(
  at: ProjectRef,
  acts: GatewayActs,
  onEdit: (name: string) => void,
): Column<GatewayRow>[] {
  const pageOf = (name: string) => paths.apiGateway({ ...at, name })
  return [
    {
      id: 'name',
      header: 'Name',
      sortable: true,
      width: 'clamp(112px, 16vw, 280px)',
      cell: ({ name, description }) => (
        <Link
          to={pageOf(name)}
          className={classes.name}
          title={[name, description].filter(Boolean).join(': ')}
        >
          {name}
        </Link>
      ),
    },
    {
      id: 'state',
      header: 'State',
      sortable: true,
      width: 'clamp(128px, 18vw, 320px)',
      cell: ({ name, state }) => <StateWord state={state} reasonTo={pageOf(name)} />,
    },
    {
      id: 'url',
      header: 'URL',
      sortable: true,
      hideBelow: 640,
      cell: ({ name, url }) =>
        url ? (
          <span className={classes.address}>
            <a href={url} target="_blank" rel="noreferrer" className={classes.url} title={url}>
              {url}
            </a>
            <CopyButton value={url} label={`Copy the URL of ${name}`} />
          </span>
        ) : null,
    },
    {
      id: 'shares',
      header: 'Leads to',
      hideBelow: 900,
      cell: ({ shares }) => <Shares at={at} shares={shares} />,
    },
    {
      id: 'access',
      header: 'Access',
      sortable: true,
      width: '156px',
      hideBelow: 1000,
      cell: ({ access }) => <span title={access}>{access}</span>,
    },
    {
      id: 'actions',
      header: 'Actions',
      width: '44px',
      align: 'right',
      cell: ({ name, url, gateway }) => (
        <ActionMenu
          label={`Actions on ${name}`}
          actions={[
            { label: 'Edit', onSelect: () => onEdit(name) },
            ...(url ? [{ label: 'Copy the URL', onSelect: () => void copyText(url) }] : []),
            ...gatewayMenu(gateway, acts),
          ]}
        />
      ),
    },
  ]
}
