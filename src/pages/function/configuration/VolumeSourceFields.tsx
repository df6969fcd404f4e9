import type { Volume } from '@/api/generated/schema'
import { isBranch, type Path } from '@/lib/tree'
import { RowSecret, RowSwitch, RowText } from '../form/RowInputs'
import type { RowProps } from '../form/RowList'
import { YamlBody } from '../form/YamlBody'
import { PodFilesField, ProjectedSourcesField } from './ProjectedFields'
import classes from './Sections.module.css'
import { kindOfVolume, sourceOf, volumeBody, withOption, withSource, withVolumeBody } from './volume-rows'
import { KeysInput, ModeInput, ValuesInput } from './VolumeInputs'

interface SourceProps {
  item: Volume
  set: (item: Volume) => void
}

type FieldsProps = SourceProps & Pick<RowProps<Volume>, 'idOf' | 'problemAt'> & { path: Path }

/** The fields of a volume's kind. */
export function VolumeSourceFields({ item, set, path, idOf, problemAt }: FieldsProps) {
  const kind = kindOfVolume(item)
  const source = sourceOf(item)
  const change = (key: string) => (value: unknown) => set(withSource(item, { [key]: value }))
  const required = (value: unknown, what: string) => (value ? undefined : `Enter ${what}`)
  if (kind === 'hostPath')
    return (
      <>
        <RowText
          labelled
          label="Path on the host"
          placeholder="/srv/data"
          value={source['path']}
          problem={required(source['path'], 'the path')}
          onChange={change('path')}
        />
        <RowText
          labelled
          label="What must be there"
          placeholder="anything"
          suggestions={[
            'Directory',
            'DirectoryOrCreate',
            'File',
            'FileOrCreate',
            'Socket',
            'CharDevice',
            'BlockDevice',
          ]}
          value={source['type']}
          onChange={change('type')}
        />
      </>
    )
  if (kind === 'secret' || kind === 'configMap') {
    const key = kind === 'secret' ? 'secretName' : 'name'
    return (
      <>
        <RowText
          labelled
          label={kind === 'secret' ? 'Name of the secret' : 'Name of the config map'}
          value={source[key]}
          problem={required(source[key], 'its name')}
          onChange={change(key)}
        />
        <FileFields item={item} set={set} />
      </>
    )
  }
  if (kind === 'persistentVolumeClaim')
    return (
      <>
        <RowText
          labelled
          label="Name of the claim"
          value={source['claimName']}
          problem={required(source['claimName'], 'its name')}
          onChange={change('claimName')}
        />
        <RowSwitch label="Claim it read only" value={source['readOnly']} onChange={change('readOnly')} />
      </>
    )
  if (kind === 'emptyDir')
    return (
      <>
        <RowText
          labelled
          label="Kept in"
          placeholder="storage of the node"
          suggestions={['Memory', 'HugePages']}
          value={source['medium']}
          onChange={change('medium')}
        />
        <RowText
          labelled
          label="Greatest size"
          placeholder="no limit; 1Gi"
          id={idOf('volume', 'emptyDir', 'sizeLimit')}
          value={source['sizeLimit']}
          problem={problemAt('volume', 'emptyDir', 'sizeLimit')}
          onChange={change('sizeLimit')}
        />
      </>
    )
  if (kind === 'flexVolume') return <V3ioFields item={item} set={set} />
  if (kind === 'nfs')
    return (
      <>
        <RowText
          labelled
          label="Server"
          placeholder="nfs.example.com"
          value={source['server']}
          problem={required(source['server'], 'the server')}
          onChange={change('server')}
        />
        <RowText
          labelled
          label="Exported folder"
          placeholder="/exports/data"
          value={source['path']}
          problem={required(source['path'], 'the folder')}
          onChange={change('path')}
        />
        <RowSwitch label="Share it read only" value={source['readOnly']} onChange={change('readOnly')} />
      </>
    )
  if (kind === 'csi') return <CsiFields item={item} set={set} />
  if (kind === 'downwardAPI' || kind === 'projected') {
    const key = kind === 'projected' ? 'sources' : 'items'
    const list = {
      id: idOf('volume', kind, key),
      value: source[key],
      problemAt: (...rest: string[]) => problemAt('volume', kind, key, ...rest),
      onChange: change(key),
    }
    return (
      <>
        <ModeInput value={source['defaultMode']} onChange={change('defaultMode')} />
        {kind === 'projected' ? <ProjectedSourcesField {...list} /> : <PodFilesField {...list} />}
      </>
    )
  }
  const body = volumeBody(item)
  return (
    <div className={classes.whole}>
      <YamlBody
        label="Volume"
        path={path}
        shape="object"
        schema="/definitions/Volume/properties/volume"
        help="The volume as Kubernetes has it, without its name."
        example={'iscsi:\n  targetPortal: 10.0.0.1:3260\n  iqn: iqn.2001-04.com.example:storage\n  lun: 0\n'}
        value={Object.keys(body).length > 0 ? body : undefined}
        onChange={(value) => set(withVolumeBody(item, value))}
      />
    </div>
  )
}

function V3ioFields({ item, set }: SourceProps) {
  const given = sourceOf(item)['options']
  const options = isBranch(given) ? given : {}
  const option = (key: string) => (value: string | undefined) => set(withOption(item, key, value))
  return (
    <>
      <RowSecret
        labelled
        label="Access key"
        value={options['accessKey']}
        problem={options['accessKey'] ? undefined : 'Enter the access key'}
        onChange={option('accessKey')}
      />
      <RowText
        labelled
        label="Container"
        placeholder="all containers"
        value={options['container']}
        onChange={option('container')}
      />
      <RowText
        labelled
        label="Path in the container"
        placeholder="all of it"
        value={options['subPath']}
        onChange={option('subPath')}
      />
    </>
  )
}

/** Which keys of a secret or config map become files, and with which permissions. */
function FileFields({ item, set }: SourceProps) {
  const { items, defaultMode, optional } = sourceOf(item)
  const change = (key: string) => (value: unknown) => set(withSource(item, { [key]: value }))
  return (
    <>
      <KeysInput value={items} onChange={change('items')} />
      <ModeInput value={defaultMode} onChange={change('defaultMode')} />
      <RowSwitch label="May be missing" value={optional} onChange={change('optional')} />
    </>
  )
}

function CsiFields({ item, set }: SourceProps) {
  const source = sourceOf(item)
  const change = (key: string) => (value: unknown) => set(withSource(item, { [key]: value }))
  const { nodePublishSecretRef: secret } = source
  return (
    <>
      <RowText
        labelled
        label="Driver"
        placeholder="secrets-store.csi.k8s.io"
        value={source['driver']}
        problem={source['driver'] ? undefined : 'Enter the driver'}
        onChange={change('driver')}
      />
      <RowText
        labelled
        label="File system"
        placeholder="the driver’s own"
        value={source['fsType']}
        onChange={change('fsType')}
      />
      <ValuesInput
        label="Settings of the driver"
        value={source['volumeAttributes']}
        onChange={change('volumeAttributes')}
      />
      <RowText
        labelled
        label="Secret for the driver"
        placeholder="none"
        value={isBranch(secret) ? secret['name'] : undefined}
        onChange={(name) =>
          change('nodePublishSecretRef')(name && { ...(isBranch(secret) ? secret : {}), name })
        }
      />
      <RowSwitch label="Claim it read only" value={source['readOnly']} onChange={change('readOnly')} />
    </>
  )
}
