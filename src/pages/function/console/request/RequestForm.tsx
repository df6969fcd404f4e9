import { NativeSelect, TextInput } from '@mantine/core'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import type { NuclioFunction } from '@/api/generated/schema'
import type { MenuAction } from '@/components/ActionMenu'
import { TabStrip } from '@/components/TabStrip'
import { bodySizeProblem } from '@/domain/console/body-limit'
import { sentHeaders } from '@/domain/console/header-problem'
import { queryRows } from '@/domain/console/query-table'
import type { ConsoleRequest } from '@/domain/console/request'
import { requestProblems, type RequestProblem } from '@/domain/console/request-problems'
import { methods, toSend } from '@/domain/console/to-send'
import { useWorkbench } from '../../workbench'
import { useConsole } from '../console-context'
import { BodySection, bodyKindLabels } from './BodySection'
import { HeadersSection } from './HeadersSection'
import { Notes } from './Notes'
import { OptionsSection, optionsSet } from './OptionsSection'
import { QuerySection } from './QuerySection'
import classes from './RequestForm.module.css'
import { RequestMenu } from './RequestMenu'
import { SaidLine } from './SaidLine'
import { SendButton } from './SendButton'
import { TargetLine } from './TargetLine'
import { chosenTarget, ownUrls } from './targets'
import { useCurlCopies } from './use-curl-copies'
import { useCurlImport } from './use-curl-import'
import { useTargets } from './use-targets'

const CurlDialog = lazy(async () => ({ default: (await import('./CurlDialog')).CurlDialog }))

type Section = 'query' | 'headers' | 'body' | 'options'

const sectionOf: Partial<Record<RequestProblem['at'], Section>> = {
  header: 'headers',
  field: 'body',
  body: 'body',
  timeout: 'options',
}

/** The part that was looked at last: the form is drawn anew when the panes change places. */
let lastSection: Section = 'body'

/** Fills a request in and sends it. `extraActions` are further entries of its menu. */
export function RequestForm({ extraActions = [] }: { extraActions?: readonly MenuAction[] }) {
  const { ref, fn } = useWorkbench()
  const { request, change, send, shown, notInvocable } = useConsole()
  const [section, setSection] = useState(lastSection)
  const [isImporting, setIsImporting] = useState(false)
  const targets = useTargets()
  const target = chosenTarget(fn, targets, request.options.invokeUrl)
  const copies = useCurlCopies(target)
  const imports = useCurlImport()
  // A large body is looked through when there is time for it.
  const settled = useDeferredValue(request)
  const { sent, problems } = useMemo(() => lookedThrough(settled, fn), [settled, fn])
  const stopping = problems.find(({ stops }) => stops)
  const disabledReason = notInvocable ?? stopping?.words
  // Those of the part that is open stand there already.
  const elsewhere = problems.filter(({ at }) => sectionOf[at] !== section)
  const toKnow =
    elsewhere.find(({ stops }) => stops) ?? elsewhere.find(({ at }) => at === 'path' || at === 'body')
  const wayOut = target
    ? { label: 'Copy as cURL', run: copies.copy }
    : {
        label: 'Let the server choose',
        run: () => change((before) => ({ ...before, options: { ...before.options, invokeUrl: '' } })),
      }
  const mark = (id: Section, text: string | number) => (
    <Mark text={text} isFaulty={problems.some(({ at, stops }) => stops && sectionOf[at] === id)} />
  )

  return (
    <>
      <form
        className={classes.form}
        aria-label="Request"
        onSubmit={(event) => {
          event.preventDefault()
          if (shown?.outcome.state !== 'running') send()
        }}
      >
        <div className={classes.top}>
          <div className={classes.first}>
            <NativeSelect
              aria-label="Method"
              className={classes.method}
              error={problems.some(({ at }) => at === 'method')}
              data={[...new Set([...methods, request.method])]}
              value={request.method}
              onChange={(event) => {
                const method = event.currentTarget.value
                change((before) => ({ ...before, method }))
              }}
            />
            <TextInput
              aria-label="Path and query"
              className={classes.path}
              placeholder="/"
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              value={request.path}
              onPaste={imports.onPaste}
              onChange={(event) => {
                const path = event.currentTarget.value
                change((before) => ({ ...before, path }))
              }}
            />
            <div className={classes.sendCell}>
              <SendButton disabledReason={disabledReason} />
            </div>
            <RequestMenu copies={copies} onImport={() => setIsImporting(true)} extraActions={extraActions} />
          </div>
          <TargetLine
            targets={targets}
            target={target}
            path={sent.path}
            problem={problems.find(({ at }) => at === 'target')}
          />
        </div>
        <Notes copies={copies} imports={imports} />
        <TabStrip<Section>
          label="Parts of the request"
          className={classes.sections}
          value={section}
          extra={
            <SaidLine
              problem={toKnow}
              disabledReason={disabledReason}
              act={toKnow?.at === 'target' ? wayOut : undefined}
            />
          }
          onChange={(id) => {
            lastSection = id
            setSection(id)
          }}
          tabs={[
            { id: 'query', label: 'Query', mark: mark('query', queryRows(settled.path).length) },
            {
              id: 'headers',
              label: 'Headers',
              mark: mark('headers', sentHeaders(settled.headers, settled.options).length),
            },
            { id: 'body', label: 'Body', mark: mark('body', bodyKindLabels[request.body.kind]) },
            { id: 'options', label: 'Options', mark: mark('options', optionsSet(settled.options)) },
          ]}
        >
          {section === 'query' && <QuerySection />}
          {section === 'headers' && <HeadersSection problems={problems} />}
          {section === 'body' && <BodySection problems={problems} />}
          {section === 'options' && <OptionsSection problems={problems} />}
        </TabStrip>
      </form>
      {isImporting && (
        <Suspense fallback={null}>
          <CurlDialog
            functionName={ref.name}
            onClose={() => setIsImporting(false)}
            onImport={(read) => {
              setIsImporting(false)
              imports.take(read)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

function lookedThrough(request: ConsoleRequest, fn: NuclioFunction) {
  const sent = toSend(request)
  const problems = requestProblems(request, ownUrls(fn))
  const tooLarge = bodySizeProblem(sent.body, fn)
  if (tooLarge) problems.push({ at: 'body', ...tooLarge })
  return { sent, problems }
}

function Mark({ text, isFaulty }: { text: string | number; isFaulty: boolean }) {
  if (isFaulty)
    return (
      <span className={classes.faulty}>
        {text || ''} ▲<span className="visually-hidden"> not complete</span>
      </span>
    )
  return text === 0 ? null : text
}
