import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { serverQuery } from '@/api/platform'
import { ActButton } from '@/components/ActButton'
import { CodeEditor } from '@/components/editor/CodeEditor'
import { YamlEditor } from '@/components/editor/YamlEditor'
import { ErrorPanel } from '@/components/ErrorPanel'
import { TabStrip } from '@/components/TabStrip'
import { useUrlState } from '@/components/use-url-state'
import { decodeSource } from '@/domain/function-config'
import { runsOnEmbedded, runtimeOf, sourceFileName } from '@/domain/runtimes'
import type { TemplateRow } from '@/domain/templates/template-rows'
import { startingTexts } from '@/domain/templates/template-values'
import { triggerKind } from '@/domain/triggers/kinds'
import { configurationText, templateText } from './configuration-text'
import { isSecretValue, keptEntries, type KeptEntries } from './kept-entries'
import { RuntimeMark } from './RuntimeMark'
import { useRendering } from './use-rendering'
import { UseTemplate } from './UseTemplate'
import { ValuesForm } from './ValuesForm'
import classes from './TemplatePreview.module.css'

interface TemplatePreviewProps {
  row: TemplateRow
  at: { namespace: string; project?: string }
}

/** One template: what it is for, what it asks for, its source and configuration, and the way to use it. */
export function TemplatePreview({ row, at }: TemplatePreviewProps) {
  const { data: server } = useQuery(serverQuery())
  const keptAs = [server?.identity, at.namespace, at.project, row.key].join(' ')
  const [entries, setEntries] = useState<KeptEntries>(() => keptEntries.read(keptAs))
  const [isUsing, setIsUsing] = useState(false)
  const texts = { ...startingTexts(row.values), ...entries.texts }
  const { made, notYet, error, retry } = useRendering(row, texts)

  const keep = (next: KeptEntries) => {
    setEntries(next)
    const secrets = row.values.filter(isSecretValue).map(({ name }) => name)
    keptEntries.write(keptAs, next, secrets)
  }

  return (
    <article className={classes.preview} aria-labelledby="template-title">
      <div className={classes.head}>
        <h2 id="template-title">{row.title}</h2>
        <ActButton disabledReason={notYet} onClick={() => setIsUsing(true)} aria-haspopup="dialog">
          Use template
        </ActButton>
      </div>
      {row.description && <p className={classes.words}>{row.description}</p>}
      <Facts row={row} runsHere={server?.kind !== 'embedded' || runsOnEmbedded(row.runtime)} />
      {row.values.length > 0 && (
        <ValuesForm
          values={row.values}
          texts={texts}
          onChange={(name, text) => keep({ ...entries, texts: { ...entries.texts, [name]: text } })}
        />
      )}
      {error !== null && error !== undefined && (
        <div className={classes.problem}>
          <ErrorPanel title="The server could not fill in the template" error={error} onRetry={retry} />
          {row.values.length > 0 && (
            <p className={classes.dim}>
              A value may not fit where the template puts it, such as a colon or a quote where plain text is
              expected, or the template itself has a mistake. What was typed stays.
            </p>
          )}
        </div>
      )}
      {made?.lostAmounts && (
        <p className={classes.dim}>
          The server does not tell the amounts of CPU and memory that this template sets, so they are left
          out. Set them in the configuration of the function.
        </p>
      )}
      <Views row={row} made={made} />
      {isUsing && made && (
        <UseTemplate
          title={row.title}
          made={made}
          at={at}
          entries={entries}
          runsHere={server?.kind !== 'embedded' || runsOnEmbedded(made.spec.runtime ?? '')}
          onChange={(change) => keep({ ...entries, ...change })}
          onDone={() => keptEntries.drop(keptAs)}
          onClose={() => setIsUsing(false)}
        />
      )}
    </article>
  )
}

function Facts({ row, runsHere }: { row: TemplateRow; runsHere: boolean }) {
  const { runtime, family, triggers, outline } = row
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Runtime</dt>
        <dd>
          <RuntimeMark family={family} /> {runtime ? runtimeOf(runtime).label : 'told when it is filled in'}
        </dd>
      </div>
      {outline.handler && (
        <div>
          <dt>Handler</dt>
          <dd className={classes.code}>{outline.handler}</dd>
        </div>
      )}
      <div>
        <dt>Triggers</dt>
        <dd>{triggers.map((kind) => triggerKind(kind).label).join(', ')}</dd>
      </div>
      {!runsHere && (
        <div>
          <dt>Where it runs</dt>
          <dd>on a Nuclio behind this dashboard; here its deploy ends in an error</dd>
        </div>
      )}
    </dl>
  )
}

const views = ['source', 'configuration'] as const

function Views({ row, made }: { row: TemplateRow; made: ReturnType<typeof useRendering>['made'] }) {
  const [view, setView] = useUrlState('view', 'source')
  const shown = views.find((one) => one === view) ?? 'source'
  const runtime = made?.spec.runtime ?? row.runtime
  const source = made ? decodeSource(made.spec.build?.functionSourceCode) : row.source
  const path = `templates/${row.key}`

  return (
    <TabStrip
      label="Preview"
      className={classes.views}
      tabs={[
        {
          id: 'source',
          label: 'Source',
          mark: source ? sourceFileName(runtime, row.outline.handler) : undefined,
        },
        { id: 'configuration', label: 'Configuration' },
      ]}
      value={shown}
      onChange={setView}
    >
      <div className={classes.editor}>
        {shown === 'source' ? (
          source ? (
            <CodeEditor
              readOnly
              value={source}
              language={runtimeOf(runtime).language}
              path={`${path}/source`}
              ariaLabel={`Source of ${row.title}`}
            />
          ) : (
            <p className={classes.none}>
              This template has no source of its own: its configuration says where the code comes from.
            </p>
          )
        ) : made ? (
          <YamlEditor
            readOnly
            value={configurationText(made)}
            path={`${path}/configuration`}
            ariaLabel={`Configuration of ${row.title}`}
          />
        ) : (
          <CodeEditor
            readOnly
            value={templateText(row.template ?? '')}
            language="yaml"
            path={`${path}/template`}
            ariaLabel={`Template of ${row.title}, not filled in`}
          />
        )}
      </div>
    </TabStrip>
  )
}
