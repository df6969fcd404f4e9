import 'monaco-editor/languages/definitions/yaml/register'

import { useMemo } from 'react'
import { CodeEditor } from '@/components/editor/CodeEditor'
import { runtimeOf } from '@/domain/runtimes'
import { configOf } from '../draft/draft'
import { useWorkbench } from '../workbench'
import { configurationTexts, sourceTexts, type TextPair } from './diff-texts'
import classes from './ReviewTab.module.css'

/** Server and draft side by side: the configuration, and the source as text. What does not differ is not shown. */
export function Diffs() {
  const { ref, fn, control } = useWorkbench()
  const { config } = control.draft
  const configuration = useMemo(() => configurationTexts(configOf(fn), config), [fn, config])
  const source = useMemo(() => sourceTexts(configOf(fn), config), [fn, config])
  const path = `${ref.namespace}/${ref.project}/${ref.name}/review`
  return (
    <>
      {differ(configuration) && (
        <Diff title="Configuration" language="yaml" path={`${path}/configuration`} pair={configuration} />
      )}
      {source && differ(source) && (
        <Diff
          title="Source"
          language={runtimeOf(config.spec.runtime).language}
          path={`${path}/source`}
          pair={source}
        />
      )}
    </>
  )
}

const differ = ({ before, after }: TextPair): boolean => before !== after

interface DiffProps {
  title: string
  language: string
  path: string
  pair: TextPair
}

function Diff({ title, language, path, pair }: DiffProps) {
  const lines = Math.max(pair.before.split('\n', 31).length, pair.after.split('\n', 31).length)
  return (
    <section className={classes.diff} aria-label={`${title}, server and draft`}>
      <h3 className={classes.diffTitle}>
        {title} <span className={classes.sides}>on the server · in the draft</span>
      </h3>
      {/* As high as the text, within limits: the page scrolls, and a long text by itself. */}
      <div className={classes.diffBox} style={{ height: `${Math.max(8, Math.min(lines + 4, 28)) * 20}px` }}>
        <CodeEditor
          value={pair.after}
          original={pair.before}
          compares
          readOnly
          language={language}
          path={path}
          ariaLabel={`${title} in the draft, compared with the server. Press Escape and then Tab to leave.`}
        />
      </div>
    </section>
  )
}
