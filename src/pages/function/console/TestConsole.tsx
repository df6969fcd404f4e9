import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { functionQuery, type FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { ActButton } from '@/components/ActButton'
import { keyCaps, useShortcut } from '@/components/use-shortcut'
import { whyNot } from '@/domain/function-actions'
import { secretsOf } from '@/domain/function-secrets'
import { keptText } from '../kept-text'
import { useKeeper } from '../use-keeper'
import { AnswerPanel } from './AnswerPanel'
import { HeaderRows } from './HeaderRows'
import {
  bodyProblem,
  methods,
  parseRequest,
  requestProblem,
  serializeRequest,
  toSend,
  type BodyType,
  type TestRequest,
} from './request-model'
import classes from './TestConsole.module.css'
import { useInvocation } from './use-invocation'

interface TestConsoleProps {
  target: FunctionRef
  fn: NuclioFunction
  isGone: boolean
  /** Where the last request is kept in this browser. */
  keptUnder: string
}

/** Sends a request to the deployed function and shows what it answers. */
export function TestConsole({ target, fn, isGone, keptUnder }: TestConsoleProps) {
  const [request, setRequest] = useState(() => parseRequest(keptText.read(keptUnder)))
  const queryClient = useQueryClient()
  const { invocation, send, cancel } = useInvocation(target, (status) => {
    // A call wakes what sleeps and may end what runs; the next look at the function is due much later.
    const mayHaveChanged = fn.status.state !== 'ready' || status === undefined || status >= 500
    if (mayHaveChanged) void queryClient.invalidateQueries({ queryKey: functionQuery(target).queryKey })
  })
  const isRunning = invocation.state === 'running'
  const notInvocable = isGone ? 'It is deleted' : whyNot('invoke', fn)
  const problem = requestProblem(request)
  const jsonProblem = bodyProblem(request)
  const set = (change: Partial<TestRequest>) => setRequest((before) => ({ ...before, ...change }))

  const keeper = useKeeper(keptUnder, serializeRequest)
  useEffect(() => keeper.schedule(request), [keeper, request])

  const run = () => {
    if (isRunning) return cancel()
    if (!notInvocable && !problem) send(toSend(request))
  }
  useShortcut(
    'mod+enter',
    (event) => {
      event.preventDefault()
      run()
    },
    'Send the test request, or cancel it',
  )

  return (
    <section className={classes.console} aria-label="Test">
      <form
        className={classes.request}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isRunning) run()
        }}
      >
        <div className={classes.line}>
          <NativeSelect
            aria-label="Method"
            data={[...methods]}
            value={request.method}
            onChange={(event) => set({ method: event.currentTarget.value })}
          />
          <TextInput
            className={classes.path}
            aria-label="Path and query"
            placeholder="/"
            spellCheck={false}
            autoComplete="off"
            value={request.path}
            onChange={(event) => set({ path: event.currentTarget.value })}
          />
          {isRunning ? (
            <Button variant="default" onClick={cancel} className={classes.send}>
              Cancel
            </Button>
          ) : (
            <ActButton
              type="submit"
              variant="filled"
              className={classes.send}
              disabledReason={notInvocable ?? problem}
              aria-keyshortcuts="Control+Enter Meta+Enter"
            >
              Send
            </ActButton>
          )}
        </div>
        <HeaderRows rows={request.headers} onChange={(headers) => set({ headers })} />
        <RequestBody request={request} problem={jsonProblem} onChange={set} />
        <p className={classes.quiet}>
          {notInvocable ? (
            <>It cannot be invoked now. {notInvocable}.</>
          ) : (
            <>
              {keyCaps('mod+enter').join('+')} sends to the deployed function
              {fn.status.state === 'scaledToZero' && '; it is scaled to zero and wakes up first'}
            </>
          )}
        </p>
      </form>
      <AnswerPanel invocation={invocation} functionName={target.name} secrets={secretsOf(fn)} />
    </section>
  )
}

interface RequestBodyProps {
  request: TestRequest
  problem?: string
  onChange: (change: Partial<TestRequest>) => void
}

function RequestBody({ request, problem, onChange }: RequestBodyProps) {
  const isSent = request.method !== 'GET'
  return (
    <div className={classes.body}>
      <div className={classes.bodyHead}>
        <label htmlFor="test-body">Body</label>
        <NativeSelect
          aria-label="Type of the body"
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'text', label: 'Text' },
          ]}
          value={request.bodyType}
          onChange={(event) => onChange({ bodyType: event.currentTarget.value as BodyType })}
        />
        <span className={classes.quiet} role="status">
          {isSent ? problem : request.body === '' ? '' : 'GET sends no body'}
        </span>
      </div>
      <Textarea
        id="test-body"
        classNames={{ input: classes.code }}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        value={request.body}
        onChange={(event) => onChange({ body: event.currentTarget.value })}
      />
    </div>
  )
}
