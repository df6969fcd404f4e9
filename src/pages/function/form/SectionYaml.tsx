import { useDeferredValue } from 'react'
import type { Path } from '@/lib/tree'
import { ScrollBox } from '../ScrollBox'
import { useWorkbench } from '../workbench'
import classes from './SectionYaml.module.css'
import { yamlOfPlaces } from './section-yaml'
import { YamlText } from './YamlText'

/** What a section of the form means as YAML, as it is now. */
export function SectionYaml({ title, paths }: { title: string; paths: readonly Path[] }) {
  const { control } = useWorkbench()
  const config = useDeferredValue(control.draft.config)
  const yaml = yamlOfPlaces(config, paths)
  return (
    <>
      <h2 className={classes.title}>{title} as YAML</h2>
      <ScrollBox label={`${title} as YAML`} className={classes.text}>
        {yaml ? <YamlText yaml={yaml} /> : <p className={classes.none}>Nothing is set here.</p>}
      </ScrollBox>
    </>
  )
}
