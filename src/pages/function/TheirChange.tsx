import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { secretsOf } from '@/domain/function-secrets'
import { takeTheirs, theirChanges } from './draft'
import { Notice } from './Notice'
import { ScrollBox } from './ScrollBox'
import { placeInWords, placesInWords, textAfter } from './their-changes'
import classes from './TheirChange.module.css'
import type { Change } from './tree'
import type { DeployControl } from './use-deploy'
import type { DraftControl } from './use-draft'

/** Says that someone else changed the function under the edits, shows what, and leaves the choice to the person. */
export function TheirChange({ control, deploying }: { control: DraftControl; deploying: DeployControl }) {
  const theirs = theirChanges(control.draft)
  const [isShown, setIsShown] = useState(false)
  const shownId = useId()
  if (theirs.length === 0) return null
  const isAsked = deploying.obstacle?.kind === 'conflict'
  return (
    <Notice
      tone="busy"
      acts={
        <>
          <Button
            variant="default"
            aria-expanded={isShown}
            aria-controls={shownId}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? 'Hide theirs' : 'Look at theirs'}
          </Button>
          <Button variant="default" onClick={deploying.deployMine} loading={deploying.isSending}>
            Deploy mine anyway
          </Button>
          <Button
            variant="default"
            onClick={() => {
              deploying.dismiss()
              control.change(takeTheirs)
            }}
          >
            Load theirs
          </Button>
        </>
      }
      more={
        <div id={shownId} className={classes.theirs} hidden={!isShown}>
          {isShown && <Theirs changes={theirs} secrets={secretsOf(control.draft.server)} />}
        </div>
      }
    >
      {`${isAsked ? 'Not deployed: someone' : 'Someone'} else changed ${placesInWords(theirs.map(({ path }) => path))} while you were editing. Deploying yours keeps their other changes and puts your edits over them; loading theirs drops your edits.`}
    </Notice>
  )
}

function Theirs({ changes, secrets }: { changes: readonly Change[]; secrets: readonly string[] }) {
  return (
    <ScrollBox label="What they changed" className={classes.scroll}>
      <dl>
        {changes.map((change) => {
          const text = textAfter(change, secrets)
          return (
            <div key={change.path.join('.')}>
              <dt>{placeInWords(change.path)} is now</dt>
              <dd>{text === undefined ? 'removed' : <pre>{text}</pre>}</dd>
            </div>
          )
        })}
      </dl>
    </ScrollBox>
  )
}
