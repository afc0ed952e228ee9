/// Everything that the operators' pages read and change.
package typealias DeskLedger = Ledger & OperatorBook & DeskBook
