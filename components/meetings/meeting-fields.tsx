import { Checkbox, DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { MEETING_FORM_LABELS, MEETING_KIND_LABELS } from '@/lib/meetings/labels'
import { DEFAULT_QUORUM } from '@/lib/meetings/rules'
import { MEETING_FORMS, MEETING_KINDS, type MeetingDto } from '@/lib/meetings/types'
import { printTime } from '@/lib/platform/dates'

type Year = { id: string; title: string; year: number }

/** The fields of a meeting's plan, empty or as they stand. `years` are those it may be held jointly with. */
export function MeetingFields({ meeting, years }: { meeting?: MeetingDto; years: Year[] }) {
  const others = years.filter(({ id }) => id !== meeting?.clusterYear.id)
  const startsAt = meeting?.startsAt ? printTime(meeting.startsAt) : ''
  return (
    <>
      <Select
        name="kind"
        label="Loại hội nghị"
        defaultValue={meeting?.kind ?? 'ANNUAL_REVIEW'}
        options={MEETING_KINDS.map((kind) => ({ value: kind, label: MEETING_KIND_LABELS[kind] }))}
      />
      <TextField name="title" label="Tên hội nghị" defaultValue={meeting?.title} />
      <DateField name="heldOn" label="Ngày họp" required={false} defaultValue={meeting?.heldOn ?? ''} />
      <TextField
        name="startsAt"
        label="Giờ bắt đầu"
        required={false}
        placeholder="08:00"
        defaultValue={startsAt}
      />
      <TextField name="place" label="Địa điểm" required={false} defaultValue={meeting?.place ?? ''} />
      <Select
        name="form"
        label="Hình thức"
        placeholder="Chưa định"
        defaultValue={meeting?.form ?? ''}
        options={MEETING_FORMS.map((form) => ({ value: form, label: MEETING_FORM_LABELS[form] }))}
      />
      <TextArea
        name="programme"
        label="Nội dung chính"
        required={false}
        defaultValue={meeting?.programme ?? ''}
      />
      {others.length > (meeting ? 0 : 1) ? (
        <fieldset className="mt-4">
          <legend className="font-semibold">Họp chung với</legend>
          <p className="text-mute text-xs">
            Khi một hội nghị phục vụ hai cụm, hoặc tổng kết năm này và ký kết năm sau.
          </p>
          {others.map(({ id, title, year }) => (
            <Checkbox
              key={id}
              name="alsoFor"
              value={id}
              label={`${title}, ${year}`}
              defaultChecked={meeting?.alsoFor.some((joined) => joined.id === id) ?? false}
            />
          ))}
        </fieldset>
      ) : null}
      <fieldset className="mt-4">
        <legend className="font-semibold">Số đơn vị phải có mặt để họp</legend>
        <div className="flex flex-wrap gap-x-4">
          <TextField
            name="quorumShare"
            label="Mấy phần"
            inputMode="numeric"
            className="max-w-[120px]"
            defaultValue={meeting?.quorum.share ?? DEFAULT_QUORUM.share}
          />
          <TextField
            name="quorumOf"
            label="trên mấy"
            inputMode="numeric"
            className="max-w-[120px]"
            defaultValue={meeting?.quorum.of ?? DEFAULT_QUORUM.of}
          />
        </div>
        <TextField
          name="quorumBasis"
          label="Theo quy chế nào"
          required={false}
          hint="Số, ngày của quy chế cụm. Để trống là mức thường dùng 2/3."
          defaultValue={meeting?.quorum.basis ?? ''}
        />
      </fieldset>
    </>
  )
}
