import Gathering
import Testing
