import type { FormSection } from '../form/FormPage'
import { configurationSettings } from './settings'
import type { Setting } from '../settings'

function section(id: string, title: string): FormSection {
  const settings = Object.values<Setting>(configurationSettings).filter(
    (setting) => setting.section === title,
  )
  const only = settings.every((setting) => setting.only === settings[0]?.only) ? settings[0]?.only : undefined
  return { id, title, paths: settings.map(({ path }) => path), only }
}

/** The sections of the Configuration tab, in their order; ids are fragments of its address. */
export const configurationSections = {
  basics: section('basics', 'Basics'),
  environment: section('environment', 'Environment'),
  labels: section('labels', 'Labels and annotations'),
  resources: section('resources', 'Resources'),
  scaling: section('scaling', 'Replicas and scaling'),
  volumes: section('volumes', 'Volumes'),
  security: section('security', 'Identity and security'),
  scheduling: section('scheduling', 'Scheduling'),
  containers: section('containers', 'Sidecars and init containers'),
  rollout: section('rollout', 'Image and rollout'),
  docker: section('docker', 'Docker platform'),
  dataBindings: section('data-bindings', 'Data bindings'),
}
