import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { BodyKind, ConsoleRequest, RequestBody } from '@/domain/console/request'
import type { RequestProblem } from '@/domain/console/request-problems'
import { contentTypeOf } from '@/domain/console/to-send'
import { useConsole } from '../console-context'
import { FieldRows } from './FieldRows'
import { FileBody } from './FileBody'
import { JsonTools } from './JsonTools'
import classes from './RequestForm.module.css'
import { TextBody } from './TextBody'

/** What each kind of body is called. */
export const bodyKindLabels: Record<BodyKind, string> = {
  json: 'JSON',
  text: 'Text',
  form: 'Form',
  multipart: 'Multipart',
  file: 'File',
  none: 'None',
}

/** The body of the request, of one kind; what was filled in for another kind stays with it. */
export function BodySection({ problems }: { problems: readonly RequestProblem[] }) {
  const { request, change } = useConsole()
  const [area, setArea] = useState<HTMLTextAreaElement | null>(null)
  const { body } = request
  const { kind } = body
  const set = (next: Partial<RequestBody>) =>
    change((before) => ({ ...before, body: { ...before.body, ...next } }))
  const problem = problems.find(({ at }) => at === 'body')
  return (
    <div className={classes.fill}>
      <div className={classes.bodyHead}>
        <NativeSelect
          aria-label="Type of the body"
          className={classes.kind}
          data={Object.entries(bodyKindLabels).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(event) => set({ kind: event.currentTarget.value as BodyKind })}
        />
        {kind === 'json' && (
          <JsonTools
            text={body.text}
            isFaulty={problem?.line !== undefined}
            area={area}
            onText={(text) => set({ text })}
          />
        )}
        <span className={classes.words}>{typeWords(request)}</span>
      </div>
      {(kind === 'json' || kind === 'text') && (
        <TextBody ref={setArea} text={body.text} onText={(text) => set({ text })} problem={problem} />
      )}
      {(kind === 'form' || kind === 'multipart') && <FieldRows problems={problems} />}
      {kind === 'file' && <FileBody file={body.file} onFile={(file) => set({ file })} />}
      {problem && problem.line === undefined && (
        <p className={classes.words} data-stops={problem.stops || undefined} data-inset>
          {problem.words}
        </p>
      )}
    </div>
  )
}

/** The content type that goes out, and where it comes from when it is not the usual one. */
function typeWords(request: ConsoleRequest): string {
  const { headers, body } = request
  if (body.kind === 'none') return 'The request goes out without a body'
  const given = headers.find(({ name, isOff }) => !isOff && /^content-type$/i.test(name.trim()))?.value.trim()
  if (given) return `Sent as ${given}, as the headers say`
  return `Sent as ${contentTypeOf(request) ?? 'multipart/form-data'}`
}
