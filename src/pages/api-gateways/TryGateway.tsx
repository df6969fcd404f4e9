import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import type { ApiGatewayRef } from '@/api/api-gateways'
import { isAbort } from '@/api/errors'
import { sendGatewayRequest } from '@/api/gateway-listener'
import type { ApiGateway } from '@/api/generated/schema'
import type { InvocationAnswer } from '@/api/invocations'
import { ActButton } from '@/components/ActButton'
import { SubmitError } from '@/components/SubmitError'
import { normalPath } from '@/domain/spec-rules/ingresses'
import { announce } from '@/lib/announce'
import { CommandBox } from './CommandBox'
import { GatewayAnswer } from './GatewayAnswer'
import { credentialsFor, sentHeaders, takesBody, tryCommand, type TryRequest } from './try-request'
import classes from './TryGateway.module.css'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']

interface TryGatewayProps {
  gatewayRef: ApiGatewayRef
  /** As it is on the server. */
  gateway: ApiGateway
  url: string | undefined
  /** What callers show for the mode `accessKey`. */
  platformKey: string | undefined
  /** Whether the server sends requests for the page. */
  canSend: boolean
}

/** A request to the gateway: sent by the server where it does that, and as a command in any case. */
export function TryGateway({ gatewayRef, gateway, url, platformKey, canSend }: TryGatewayProps) {
  const titleId = useId()
  const own = normalPath(gateway.spec.path ?? '')
  const [filled, setFilled] = useState<Partial<TryRequest>>({})
  const change = (part: Partial<TryRequest>) => setFilled((before) => ({ ...before, ...part }))
  // Until another one is typed, the path goes where the gateway goes.
  const request = { method: 'GET', path: own, headers: '', body: '', withCredentials: true, ...filled }
  const credentials = credentialsFor(gateway, platformKey)
  const { send, answer, error, isSending } = useSending(gatewayRef)
  const isPath = request.path.startsWith('/')

  return (
    <section className={classes.try} aria-labelledby={titleId}>
      <h2 id={titleId}>Try it</h2>
      <p className={classes.note}>
        {canSend
          ? 'The server sends the request to the gateway as it is saved, since a page may not reach another address.'
          : 'A page may not reach another address. Run this command where the host can be reached.'}
      </p>
      <form
        className={classes.request}
        onSubmit={(event) => {
          event.preventDefault()
          if (canSend && isPath) send(request, sentHeaders(request, credentials))
        }}
      >
        <div className={classes.line}>
          <NativeSelect
            aria-label="Method"
            className={classes.method}
            data={methods}
            value={request.method}
            onChange={(event) => change({ method: event.currentTarget.value })}
          />
          <TextInput
            aria-label="Path"
            className={classes.path}
            value={request.path}
            error={isPath ? undefined : 'Begin with a slash'}
            onChange={(event) => change({ path: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
          {canSend && (
            <ActButton
              type="submit"
              variant="default"
              loading={isSending}
              disabledReason={isPath ? undefined : 'The path begins with a slash'}
            >
              Send
            </ActButton>
          )}
        </div>
        <Textarea
          label="Headers"
          placeholder="Accept: application/json"
          rows={2}
          value={request.headers}
          onChange={(event) => change({ headers: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
        {takesBody(request.method) && (
          <Textarea
            label="Body"
            rows={3}
            value={request.body}
            onChange={(event) => change({ body: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {credentials && (
          <Checkbox
            label={`Send what the gateway asks for (${credentials[0]})`}
            checked={request.withCredentials}
            onChange={(event) => change({ withCredentials: event.currentTarget.checked })}
          />
        )}
      </form>
      <SubmitError error={error} />
      {answer && <GatewayAnswer answer={answer} />}
      {url && <CommandBox {...tryCommand(request, url, credentials)} />}
    </section>
  )
}

/** Sends one request at a time; a newer one takes the place of one under way. */
function useSending(ref: ApiGatewayRef) {
  const [answer, setAnswer] = useState<InvocationAnswer>()
  const [error, setError] = useState<unknown>()
  const [isSending, setIsSending] = useState(false)
  const sending = useRef<AbortController>(undefined)
  useEffect(() => () => sending.current?.abort(), [])

  const send = ({ method, path, body }: TryRequest, headers: [name: string, value: string][]) => {
    const controller = new AbortController()
    sending.current?.abort()
    sending.current = controller
    setIsSending(true)
    setError(undefined)
    sendGatewayRequest(
      {
        gateway: ref.name,
        namespace: ref.namespace,
        method,
        path,
        headers: headers.map(([name, value]) => ({ name, value })),
        ...(takesBody(method) && body !== '' && { body }),
      },
      controller.signal,
    )
      .then(
        (got) => {
          setAnswer(got)
          announce(`The gateway answered ${got.status} ${got.statusText}`)
        },
        (thrown: unknown) => {
          if (isAbort(thrown)) return
          setAnswer(undefined)
          setError(thrown)
        },
      )
      .finally(() => {
        if (sending.current === controller) setIsSending(false)
      })
  }
  return { send, answer, error, isSending }
}
