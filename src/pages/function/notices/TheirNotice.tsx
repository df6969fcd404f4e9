import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { FunctionRef } from '@/api/functions'
import { LinkButton } from '@/components/LinkButton'
import { useNow } from '@/components/use-now'
import { paths } from '@/domain/paths'
import { clockTime } from '@/lib/clock-time'
import { clashesOf, noteTheirs, settleDraft, theirChanges, type Draft } from '../draft/draft'
import { Notice } from './Notice'
import { placesInWords } from '../place-name'
import type { DeployControl } from '../deploy/use-deploy'
import type { DraftControl } from '../draft/use-draft'

interface TheirNoticeProps {
  target: FunctionRef
  control: DraftControl
  deploying: DeployControl
}

/** A place that a person types in is left alone for so long, milliseconds. */
const restAfter = 1_000

/** Says that someone else changed the function meanwhile: what of it is in the draft by now, and what has to be decided. */
export function TheirNotice({ target, control, deploying }: TheirNoticeProps) {
  const { draft, change } = control
  const now = useNow()
  const { pathname } = useLocation()
  const clashes = clashesOf(draft)
  const { theirs } = draft
  const isUnsettled = clashes.length < theirChanges(draft).length
  useEffect(() => {
    if (!isUnsettled) return
    const timer = setTimeout(() => change((at) => settleDraft(at, Date.now())), restAfter)
    return () => clearTimeout(timer)
    // Anew after every key.
  }, [isUnsettled, change, draft.config])

  if (clashes.length === 0 && !theirs?.changes.length) return null
  const time = theirs ? ` ${clockTime(theirs.at, now)}` : ''
  const isThere = pathname.endsWith('/conflict')
  const look = paths.functionTab(target, 'conflict')
  if (clashes.length === 0)
    return (
      <Notice
        acts={
          <>
            {!isThere && (
              <LinkButton variant="subtle" to={look}>
                Look
              </LinkButton>
            )}
            <Button variant="subtle" onClick={() => change(noteTheirs)}>
              Put away
            </Button>
          </>
        }
      >
        {`Someone changed ${newsInWords(draft)}${time} · merged with your edits`}
      </Notice>
    )
  const isAsked = deploying.obstacle?.kind === 'conflict'
  const places = placesInWords(clashes.map(({ path }) => path))
  const taken = theirs && theirs.changes.length > 0 ? ` ${mergedToo(draft)}` : ''
  return (
    <Notice
      tone="busy"
      acts={
        !isThere && (
          <LinkButton variant="default" to={look}>
            {clashes.length === 1 ? 'Decide' : `Decide ${clashes.length} places`}
          </LinkButton>
        )
      }
    >
      {`${isAsked ? 'Not deployed: someone' : 'Someone'} changed ${places}${time}, and so did you. Yours stays in the draft, and nothing is deployed until you choose.${taken}`}
    </Notice>
  )
}

const newsInWords = ({ theirs }: Draft): string =>
  placesInWords(theirs?.changes.map(({ path }) => path) ?? [])

const mergedToo = (draft: Draft): string => `Their change of ${newsInWords(draft)} is merged already.`
