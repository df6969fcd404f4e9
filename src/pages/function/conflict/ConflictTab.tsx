import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { ActButton } from '@/components/ActButton'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { encodeSource } from '@/domain/function-config'
import { secretsOf } from '@/domain/config-secrets'
import type { Decision } from '@/domain/merge/decide'
import type { Clash } from '@/domain/merge/merge-configs'
import { paths } from '@/domain/paths'
import { announce } from '@/lib/announce'
import { clashesOf, decideClashes } from '../draft/draft'
import { useWorkbench } from '../workbench'
import { textOf, valueOf, withoutSecrets } from './clash-text'
import { ClashQuestion, type Answer } from './ClashQuestion'
import classes from './ConflictTab.module.css'
import { Taken } from './Taken'

/** Names a clash with what it is about: when they change the place again, it is another question. */
const questionOf = (clash: Clash): string => `${clash.id} ${JSON.stringify(clash.theirs)}`

/** What a person and someone else both changed, to choose place by place, and what was merged without a question. */
export function ConflictTab() {
  const { ref, control } = useWorkbench()
  const { draft } = control
  const clashes = clashesOf(draft)
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map())
  const [isShown, setIsShown] = useState(false)
  const [decided, setDecided] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const secrets = [draft.base, draft.server, { ...draft.server, ...draft.config }].flatMap(secretsOf)
  const hides = clashes.some((clash) =>
    [clash.base, clash.mine, clash.theirs].some(
      (value) => textOf(clash, withoutSecrets(clash, value, secrets)) !== textOf(clash, value),
    ),
  )

  const decisions = clashes.flatMap((clash): Decision[] => {
    const answer = answers.get(questionOf(clash))
    const choice = answer && choiceOf(clash, answer)
    return choice ? [{ clash, choice }] : []
  })
  const answerAll = (choice: 'mine' | 'theirs') =>
    setAnswers(new Map(clashes.map((clash) => [questionOf(clash), { choice, text: '' }])))
  const apply = () => {
    control.change((now) => decideClashes(now, current(clashesOf(now), decisions), Date.now()))
    setAnswers(new Map())
    setDecided(decisions.length)
    announce(decisions.length === 1 ? 'One place decided' : `${decisions.length} places decided`)
    heading.current?.focus()
  }

  return (
    <section className={classes.tab} aria-labelledby="conflict-heading">
      <header className={classes.head}>
        <h2 id="conflict-heading" ref={heading} tabIndex={-1} className={classes.title}>
          {clashes.length === 0
            ? 'Nothing to decide'
            : `${clashes.length === 1 ? 'One place' : `${clashes.length} places`} changed by you and by someone else`}
        </h2>
        {clashes.length > 0 && (
          <p className={classes.lead}>
            Choose what is to stand. Until then yours stays in the draft, theirs on the server, and nothing is
            deployed.
          </p>
        )}
      </header>
      {clashes.length === 0 ? (
        <Done decided={decided} review={paths.functionTab(ref, 'review')} />
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (decisions.length > 0) apply()
          }}
        >
          <div className={classes.acts}>
            <Button variant="default" onClick={() => answerAll('mine')}>
              Choose mine everywhere
            </Button>
            <Button variant="default" onClick={() => answerAll('theirs')}>
              Choose theirs everywhere
            </Button>
            {hides && (
              <Button variant="subtle" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
                {isShown ? 'Cover secrets' : 'Show secrets'}
              </Button>
            )}
          </div>
          {clashes.map((clash) => (
            <ClashQuestion
              key={questionOf(clash)}
              clash={clash}
              config={draft.config}
              secrets={isShown ? undefined : secrets}
              answer={answers.get(questionOf(clash))}
              onAnswer={(answer) => setAnswers(new Map(answers).set(questionOf(clash), answer))}
            />
          ))}
          <div className={classes.foot}>
            <ActButton
              type="submit"
              disabledReason={decisions.length === 0 ? 'Choose for one place at least' : undefined}
            >
              {decisions.length === clashes.length
                ? 'Use these choices'
                : `Use ${decisions.length} of ${clashes.length} choices`}
            </ActButton>
          </div>
        </form>
      )}
      <Taken changes={draft.theirs?.changes ?? []} />
    </section>
  )
}

/** The decisions about what is still the same question. */
function current(clashes: readonly Clash[], decisions: readonly Decision[]): Decision[] {
  const open = new Map(clashes.map((clash) => [questionOf(clash), clash]))
  return decisions.flatMap(({ clash, choice }) => {
    const now = open.get(questionOf(clash))
    return now ? [{ clash: now, choice }] : []
  })
}

function choiceOf(clash: Clash, { choice, text }: Answer): Decision['choice'] | undefined {
  if (choice !== 'other') return choice
  try {
    return { value: valueOf(clash, text, encodeSource) }
  } catch {
    return undefined
  }
}

function Done({ decided, review }: { decided: number; review: string }) {
  return (
    <EmptyState
      title={decided > 0 ? 'All decided' : 'No place was changed by you and by someone else'}
      action={
        <LinkButton variant="default" to={review}>
          Review your edits
        </LinkButton>
      }
    >
      <p>
        {decided > 0
          ? 'What you chose is in the draft, and goes to the server with the next deploy.'
          : 'What someone else changes elsewhere is merged with your edits by itself.'}
      </p>
    </EmptyState>
  )
}
