import { Button } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import type { FunctionRef } from '@/api/functions'
import { useNow } from '@/components/use-now'
import { paths } from '@/domain/paths'
import { clockTime } from '@/lib/clock-time'
import { isEdited } from '../draft/draft'
import type { Moved } from '../draft/draft-session'
import { fieldId } from '../form/use-field'
import { Notice } from './Notice'
import { placeNames } from '../place-name'
import { settingOf } from '../settings-index'
import { tabPath } from '../tabs'
import { unreadInWords } from '../unread-words'
import type { DraftControl } from '../draft/use-draft'

/** Says what became of the edits without the person's doing, or out of their sight, each with the way back or there. */
export function RestoredNotice({ target, control }: { target: FunctionRef; control: DraftControl }) {
  const { restoredFrom, editedElsewhere, isDiscarded, moved } = control
  const now = useNow()
  const { pathname } = useLocation()
  const unread = unreadInWords(control.draft.unread)
  return (
    <>
      {editedElsewhere !== undefined && (
        <Notice
          acts={
            <Button variant="subtle" onClick={control.takeElsewhere}>
              Load those edits
            </Button>
          }
        >
          {`Also edited in another tab at ${clockTime(editedElsewhere, now)}. The tab that is edited last is kept.`}
        </Notice>
      )}
      {restoredFrom !== undefined && isEdited(control.draft) && (
        <Notice
          acts={
            <>
              {!pathname.endsWith('/review') && (
                <Button variant="subtle" component={Link} to={paths.functionTab(target, 'review')}>
                  Compare
                </Button>
              )}
              <Button variant="subtle" onClick={control.discard}>
                Discard
              </Button>
              <Button variant="subtle" onClick={control.forgetRestored}>
                Put away
              </Button>
            </>
          }
        >
          {`Restored your edits from ${clockTime(restoredFrom, now)}${unread ? ` · ${unread}` : ''}`}
        </Notice>
      )}
      {isDiscarded && (
        <Notice
          acts={
            <Button variant="subtle" onClick={control.undo}>
              Undo
            </Button>
          }
        >
          Edits discarded
        </Notice>
      )}
      {moved && <MovedElsewhere target={target} moved={moved} onFollowed={control.forgetMoved} />}
    </>
  )
}

/** After an undo of something that stands on another tab: the way there. */
function MovedElsewhere(props: { target: FunctionRef; moved: Moved; onFollowed: () => void }) {
  const { target, moved, onFollowed } = props
  const { pathname } = useLocation()
  const tab = pathname.split('/').at(-1)
  const [path] = moved.paths
  const setting = path && settingOf(path)
  const showsAll = tab === 'yaml' || tab === 'review'
  if (!path || !setting || setting.tab === tab || showsAll) return null
  return (
    <Notice
      acts={
        <Button
          variant="subtle"
          component={Link}
          to={tabPath(target, { segment: setting.tab }, fieldId(path))}
          onClick={onFollowed}
        >
          Show it
        </Button>
      }
    >
      {`${moved.verb}: ${placeNames(moved.paths)}`}
    </Notice>
  )
}
