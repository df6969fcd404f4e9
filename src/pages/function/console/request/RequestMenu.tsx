import { ActionMenu, type MenuAction } from '@/components/ActionMenu'
import { emptyRequest } from '@/domain/console/request'
import { useConsole } from '../console-context'
import type { CurlCopies } from './use-curl-copies'

interface RequestMenuProps {
  copies: CurlCopies
  onImport: () => void
  extraActions: readonly MenuAction[]
}

/** What can be done with a request beside sending it. */
export function RequestMenu({ copies, onImport, extraActions }: RequestMenuProps) {
  const { fill } = useConsole()
  return (
    <ActionMenu
      label="More for the request"
      actions={[
        { label: 'Import from cURL…', onSelect: onImport },
        { label: 'Copy as cURL', onSelect: copies.copy },
        ...(copies.isDirect
          ? [{ label: 'Copy as cURL through the dashboard', onSelect: copies.copyThroughDashboard }]
          : []),
        ...extraActions,
        { label: 'Clear', onSelect: () => fill(emptyRequest, 'Cleared.') },
      ]}
    />
  )
}
