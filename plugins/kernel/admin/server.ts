export { recordActions, type ActionContext } from './record-actions'
export { withStaff, type StaffActor, type StaffViewProps } from './with-staff'
