import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '@/components/EmptyState'
import { consequenceWords, isKeptFromCreation, type Consequence } from '@/domain/spec-change/consequence'
import type { SpecChange } from '@/domain/spec-change/spec-changes'
import type { Finding } from '@/domain/spec-rules/finding'
import { lowerFirst } from '@/lib/lower-first'
import type { Path } from '@/lib/tree'
import { DeployButton, useLastTime } from '../deploy/DeployButton'
import { useDeploys } from '../deploy/deploy-context'
import { textName, type UnreadText } from '../draft/unread-texts'
import { fieldId } from '../form/use-field'
import { tabOf } from '../tab-marks'
import { tabPath } from '../tabs'
import { textTitle } from '../unread-words'
import { useWorkbench } from '../workbench'
import { AsCode } from './AsCode'
import classes from './ReviewTab.module.css'

const Diffs = lazy(async () => ({ default: (await import('./Diffs')).Diffs }))

/** What a deploy would change: in words with what each change needs, side by side, and as code. */
export function ReviewTab() {
  const { fn, findings, control } = useWorkbench()
  const { plan } = useDeploys()
  const { changes } = plan
  const texts = Object.values(control.draft.unread ?? {})
  return (
    <div className={classes.tab}>
      {findings.length > 0 && <Refusals findings={findings} />}
      {texts.length > 0 && <UnreadTexts texts={texts} />}
      {changes.length === 0 ? (
        <EmptyState title="Nothing differs">
          <p>
            The draft says what the server has
            {control.draft.config.spec === fn.spec ? '' : ', though perhaps in other words'}. There is nothing
            to deploy.
          </p>
        </EmptyState>
      ) : (
        <>
          <section className={classes.section} aria-label="Changes">
            <h2 className={classes.title}>
              {changes.length === 1 ? '1 change' : `${changes.length} changes`}
            </h2>
            <ul className={classes.changes} aria-label="What differs from the server">
              {changes.map((change) => (
                <ChangeItem key={`${change.path.join('.')} ${change.words}`} change={change} />
              ))}
            </ul>
            <Summary />
          </section>
          <Suspense fallback={null}>
            <Diffs />
          </Suspense>
        </>
      )}
      <AsCode />
    </div>
  )
}

function ChangeItem({ change }: { change: SpecChange }) {
  const { control, platform } = useWorkbench()
  const { words, consequence, takeBack, path } = change
  const isLost = isKeptFromCreation(path, platform.platformKind)
  return (
    <li className={classes.change}>
      <ConsequenceChip consequence={consequence} />
      <span className={classes.words}>
        {words}
        {isLost && (
          <span className={classes.lost}>
            This does not arrive: on Kubernetes a function keeps the labels that it was created with. A copy
            by another name can have others.
          </span>
        )}
      </span>
      <span className={classes.acts}>
        <FieldLink path={path} words={words} />
        <Button
          variant="subtle"
          aria-label={`Take back ${words}`}
          onClick={() => control.edit(takeBack.path, takeBack.value)}
        >
          Take back
        </Button>
      </span>
    </li>
  )
}

function FieldLink({ path, words }: { path: Path; words: string }) {
  const { ref } = useWorkbench()
  return (
    <Link
      className={classes.link}
      to={tabPath(ref, { segment: tabOf(path) }, fieldId(path))}
      aria-label={`Go to ${words}`}
    >
      Go to it
    </Link>
  )
}

function ConsequenceChip({ consequence }: { consequence: Consequence }) {
  return (
    <span className={classes.chip} data-consequence={consequence}>
      {consequenceWords[consequence]}
    </span>
  )
}

const together: Record<Consequence, string> = {
  rebuild: 'A new image is built, and the function runs from it.',
  restart: 'The image stays; the replicas are started anew with the changed configuration.',
  ingress:
    'Only the routing from outside changes. The server deploys the whole function all the same, without a build: its replicas are started anew.',
  nothing:
    'Nothing of this changes how the function runs. The server deploys it all the same, without a build: its replicas are started anew.',
}

/** What all changes need together, and the deploy. */
function Summary() {
  const { plan } = useDeploys()
  const time = useLastTime()(plan.mode)
  const isForced =
    plan.consequence === 'rebuild' && plan.changes.every((one) => one.consequence !== 'rebuild')
  return (
    <div className={classes.summary}>
      <DeployButton />
      <p>
        {plan.mode === 'build' && plan.consequence !== 'rebuild'
          ? together.rebuild
          : together[plan.consequence]}
        {isForced &&
          ` It has to be built: ${lowerFirst(plan.whyBuild ?? 'the source on the server is newer than the image')}.`}
        {time && ` It takes ${time}.`}
      </p>
    </div>
  )
}

/** What was typed last and is in no deploy, each with the way to it and a way to give it up. */
function UnreadTexts({ texts }: { texts: readonly UnreadText[] }) {
  const { control } = useWorkbench()
  return (
    <section className={classes.section} aria-label="What cannot be read">
      <h2 className={classes.title}>
        {texts.length === 1
          ? 'One text cannot be read and stays out of the deploy'
          : `${texts.length} texts cannot be read and stay out of the deploy`}
      </h2>
      <ul className={classes.changes}>
        {texts.map(({ path }) => (
          <li key={textName(path)} className={classes.change}>
            <span className={classes.refusal}>
              {upperFirst(textTitle(path))}: the draft has what could be read of it last
            </span>
            <span className={classes.acts}>
              <FieldLink path={path} words={`the text of ${textTitle(path)}`} />
              <Button
                variant="subtle"
                aria-label={`Drop the text of ${textTitle(path)}`}
                onClick={() => control.keepText(path, undefined)}
              >
                Drop it
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function Refusals({ findings }: { findings: readonly Finding[] }) {
  return (
    <section className={classes.section} aria-label="What the server would refuse">
      <h2 className={classes.title}>
        The server would refuse {findings.length === 1 ? 'one thing' : `${findings.length} things`}
      </h2>
      <ul className={classes.changes}>
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.path.join('.')}`} className={classes.change}>
            <span className={classes.refusal}>{finding.message}</span>
            <span className={classes.acts}>
              <FieldLink path={finding.path} words={finding.message} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
