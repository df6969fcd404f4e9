import type { MadeFunction } from '@/api/function-templates'
import { coverSecrets } from '@/domain/config-secrets'
import { writtenPart } from '@/domain/function-document'
import { writeYaml } from '@/domain/yaml-writing'
import { without } from '@/lib/without'

/** The configuration of a function that a template makes, for the eye: without its source, which is shown beside it, and its secrets. */
export function configurationText({ metadata, spec }: MadeFunction): string {
  const { build, ...rest } = spec
  const settings = without(build ?? {}, 'functionSourceCode')
  const shown = { ...rest, ...(Object.keys(settings).length > 0 ? { build: settings } : {}) }
  const covered = coverSecrets(shown, ['spec']) as typeof spec
  const written = writtenPart({ metadata, spec: covered })
  // The function gets its name when the template is used.
  return writeYaml(metadata.name ? written : { spec: written.spec })
}

/** A template that is not filled in yet, for the eye: without its source. */
export const templateText = (template: string): string =>
  template.replace(/(functionSourceCode: *)\S{40,}/g, '$1…')
